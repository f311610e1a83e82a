using System.Text;
using System.Text.RegularExpressions;
using Cambrian.Repositories.Plumbing;

namespace Cambrian.Repositories.Shares;

/// <summary>Tells the text files of a tree from those whose lines nobody wrote.</summary>
internal static partial class TrackedText
{
    // As far as git itself looks for a zero byte.
    private const int Examined = 8000;

    /// <summary>Sorts the files of a commit.</summary>
    public static async Task<(IReadOnlyList<string> Text, IReadOnlyList<LeftOutFile> LeftOut)> OfAsync(Git git, string head, CancellationToken cancellation)
    {
        var entries = await git.TreeAsync(head, cancellation).ConfigureAwait(false);
        var generated = await DeclaredGeneratedAsync(git, head, [.. entries.Select(entry => entry.Path)], cancellation).ConfigureAwait(false);
        List<string> text = [];
        List<LeftOutFile> leftOut = [];
        foreach (var batch in entries.Chunk(256))
        {
            var contents = await git.ReadAsync([.. batch.Where(entry => entry.IsFile).Select(entry => entry.Id)], cancellation).ConfigureAwait(false);
            var next = 0;
            foreach (var entry in batch)
            {
                var reason = entry.IsFile ? Reason(contents[next++] ?? [], generated.Contains(entry.Path)) : entry.IsLink ? "symbolic link" : "submodule";
                if (reason is null)
                {
                    text.Add(entry.Path);
                }
                else
                {
                    leftOut.Add(new LeftOutFile(entry.Path, reason));
                }
            }
        }

        return (text, leftOut);
    }

    private static string? Reason(byte[] content, bool declared)
    {
        var beginning = content.AsSpan(0, Math.Min(content.Length, Examined));
        return beginning.Contains((byte)0) ? "binary" : declared || Marker().IsMatch(Encoding.UTF8.GetString(beginning)) ? "generated" : null;
    }

    // Attributes are read from the commit, through an index of our own that is gone afterwards.
    private static async Task<HashSet<string>> DeclaredGeneratedAsync(Git git, string head, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        using var index = new PrivateIndex();
        await git.RequireAsync(["read-tree", head], default, index.File, cancellation).ConfigureAwait(false);
        var asked = Encoding.UTF8.GetBytes(string.Concat(paths.Select(path => $"{path}\0")));
        var answer = await git.RequireAsync(["check-attr", "--cached", "-z", "--stdin", "linguist-generated"], asked, index.File, cancellation).ConfigureAwait(false);
        return [.. Encoding.UTF8.GetString(answer.Output).Split('\0').Chunk(3).Where(row => row is [_, _, "set" or "true"]).Select(row => row[0])];
    }

    // What generators write by agreement: Go's line, and @generated. It must stand alone in a comment, or every text about it would be one.
    [GeneratedRegex(@"^\W*(Code generated .* DO NOT EDIT\.?|@generated)\W*$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}
