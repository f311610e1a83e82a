using System.Text;

namespace Cambrian.Repositories.Plumbing;

/// <summary>One file of a committed tree.</summary>
/// <param name="Mode">100644, 100755, 120000 (symbolic link) or 160000 (submodule).</param>
/// <param name="Id">Object id; of a submodule the commit's.</param>
/// <param name="Size">Bytes; 0 for a submodule.</param>
/// <param name="Path">From the repository's root, with forward slashes.</param>
internal sealed record TreeEntry(string Mode, string Id, long Size, string Path)
{
    /// <summary>Whether it is a plain file, executable or not.</summary>
    public bool IsFile => Mode is "100644" or "100755" or "100664";

    /// <summary>Whether it is executable.</summary>
    public bool IsExecutable => Mode == "100755";

    /// <summary>Whether it is a symbolic link.</summary>
    public bool IsLink => Mode == "120000";

    /// <summary>Reads what <c>git ls-tree -r -l -z</c> prints.</summary>
    public static IReadOnlyList<TreeEntry> Parse(byte[] listing) =>
        [.. Encoding.UTF8.GetString(listing).Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(ParseOne)];

    private static TreeEntry ParseOne(string line)
    {
        var (head, path) = (line[..line.IndexOf('\t', StringComparison.Ordinal)], line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
        var words = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new TreeEntry(words[0], words[2], long.TryParse(words[3], out var size) ? size : 0, path);
    }
}
