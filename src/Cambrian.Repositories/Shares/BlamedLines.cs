using System.Globalization;
using System.Text;

namespace Cambrian.Repositories.Shares;

/// <summary>Lines of a file that came with one commit.</summary>
/// <param name="Commit">Full hash of the commit that wrote them last.</param>
/// <param name="Path">The file's path in that commit.</param>
/// <param name="First">The first line's number in that commit, from 1.</param>
/// <param name="Count">How many follow each other, that one included.</param>
/// <param name="IsCutOff">Whether the clone's history ends with that commit, so that an earlier one may have written them.</param>
internal sealed record BlamedLines(string Commit, string Path, int First, int Count, bool IsCutOff)
{
    /// <summary>Blames a file.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="head">The commit to look at.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<BlamedLines>> OfAsync(Git git, string head, string path, CancellationToken cancellation)
    {
        // Without --no-textconv a program of the repository's choice would be run on the file.
        var blame = await git.RequireAsync(["blame", "--incremental", "--no-textconv", head, "--", path], default, index: null, cancellation).ConfigureAwait(false);
        return [.. Parse(Encoding.UTF8.GetString(blame.Output), git.Ends)];
    }

    private static IEnumerable<BlamedLines> Parse(string text, IReadOnlyList<string> ends)
    {
        string[] head = [];
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split(' ');
            if (words.Length == 4 && words[0].Length is 40 or 64 && words[0].All(char.IsAsciiHexDigitLower))
            {
                head = words;
            }
            else if (line.StartsWith("filename ", StringComparison.Ordinal))
            {
                yield return new BlamedLines(head[0], Unquoted(line["filename ".Length..]), Number(head[1]), Number(head[3]), ends.Contains(head[0]));
            }
        }
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string Unquoted(string path) => path is ['"', .. var inner, '"']
        ? inner.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
        : path;
}
