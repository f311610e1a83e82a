using System.Formats.Tar;
using System.Text;
using Cambrian.Core;
using Cambrian.CSharp.Text;

namespace Cambrian.Coders;

/// <summary>Reads what an agent left in its work tree. Everything in it was written by hostile code: only plain files of known names are looked at.</summary>
internal static class WorkTree
{
    /// <summary>The most bytes of a file; a greater one counts as missing.</summary>
    public const long LargestFile = 2 << 20;

    /// <summary>The program that the agent left.</summary>
    /// <param name="origin">What it was given.</param>
    /// <param name="archive">The work tree as a tar archive.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The program, or why it is none.</returns>
    public static async Task<(Artifact? Program, string Reason)> ReadAsync(Artifact origin, ReadOnlyMemory<byte> archive, CancellationToken cancellation)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        try
        {
            using var stream = new MemoryStream(archive.ToArray());
            using var reader = new TarReader(stream);
            while (await reader.GetNextEntryAsync(copyData: false, cancellation).ConfigureAwait(false) is { } entry)
            {
                var path = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
                if (origin.Files.ContainsKey(path) && entry is { EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile, Length: <= LargestFile })
                {
                    found[path] = await TextAsync(entry, cancellation).ConfigureAwait(false);
                }
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException or DecoderFallbackException or EndOfStreamException)
        {
            return (null, $"its files cannot be read: {fault.Message}");
        }

        return origin.Files.Keys.FirstOrDefault(path => !found.ContainsKey(path)) is { } missing
            ? (null, $"it removed the file '{missing}', or made it something else")
            : Judge(origin, new Artifact(found));
    }

    /// <summary>Holds a changed program against what it was made from.</summary>
    public static (Artifact? Program, string Reason) Judge(Artifact origin, Artifact program) =>
        program.Equals(origin) ? (null, "it changed nothing")
        : EvolveBlocks.Trespass(origin, program) is { } fault ? (null, fault)
        : (program, "");

    private static async Task<string> TextAsync(TarEntry entry, CancellationToken cancellation)
    {
        using var reader = new StreamReader(entry.DataStream ?? Stream.Null, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        return await reader.ReadToEndAsync(cancellation).ConfigureAwait(false);
    }
}
