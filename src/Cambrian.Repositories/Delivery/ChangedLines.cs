using System.Globalization;
using System.Text;

namespace Cambrian.Repositories.Delivery;

/// <summary>Finds the lines that a commit wrote, by git's own comparison, so that they are those that a blame shows.</summary>
internal static class ChangedLines
{
    /// <summary>By file the ranges of lines that are new or changed in the second commit; a file that only lost lines has none.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="before">A commit or tree.</param>
    /// <param name="after">The same, later.</param>
    /// <param name="paths">The files that differ.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<(int First, int Last)>>> OfAsync(
        Git git, string before, string after, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        Dictionary<string, IReadOnlyList<(int, int)>> changed = new(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var difference = await git.RequireAsync(
                ["diff-tree", "-p", "-U0", "--text", "--no-color", "--no-renames", "--no-ext-diff", "--no-textconv", before, after, "--", path], default, index: null, cancellation).ConfigureAwait(false);
            changed[path] = [.. Encoding.UTF8.GetString(difference.Output).Split('\n').Where(line => line.StartsWith("@@ ", StringComparison.Ordinal)).Select(Added).OfType<(int, int)>()];
        }

        return changed;
    }

    // "@@ -12,3 +12,4 @@": four lines from 12 on are new; without a count it is one, with 0 none.
    private static (int First, int Last)? Added(string header)
    {
        var numbers = header.Split(' ')[2][1..].Split(',');
        var (first, count) = (Number(numbers[0]), numbers.Length > 1 ? Number(numbers[1]) : 1);
        return count == 0 ? null : (first, first + count - 1);
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
