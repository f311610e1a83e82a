using System.Formats.Tar;
using System.Text;

namespace Cambrian.Repositories.Plumbing;

/// <summary>
/// Writes a tree as a tar archive. It is unpacked inside sandboxes only: on the host a link of a hostile tree could lead anywhere.
/// </summary>
internal static class TreeArchive
{
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = Plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Writes it.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="entries">Files and links.</param>
    /// <param name="contents">By path; of a link its target.</param>
    public static void Write(Stream stream, IEnumerable<TreeEntry> entries, IReadOnlyDictionary<string, byte[]> contents)
    {
        using var writer = new TarWriter(stream, TarEntryFormat.Gnu, leaveOpen: true);
        foreach (var entry in entries)
        {
            var content = contents[entry.Path];
            if (entry.IsLink)
            {
                writer.WriteEntry(Timeless(new GnuTarEntry(TarEntryType.SymbolicLink, entry.Path) { LinkName = Encoding.UTF8.GetString(content) }));
                continue;
            }

            using var body = new MemoryStream(content);
            writer.WriteEntry(Timeless(new GnuTarEntry(TarEntryType.RegularFile, entry.Path) { DataStream = body, Mode = entry.IsExecutable ? Executable : Plain }));
        }
    }

    // Git keeps no times; those of today would make every archive another one.
    private static GnuTarEntry Timeless(GnuTarEntry entry)
    {
        entry.ModificationTime = entry.AccessTime = entry.ChangeTime = DateTimeOffset.UnixEpoch;
        return entry;
    }
}
