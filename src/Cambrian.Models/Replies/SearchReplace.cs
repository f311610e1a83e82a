using System.Text.RegularExpressions;

namespace Cambrian.Models.Replies;

/// <summary>One edit of a reply: what is to be found, and what is to stand there.</summary>
/// <param name="Hint">The lines before it, where a file may be named.</param>
/// <param name="Search">As it stands in the program.</param>
/// <param name="Replace">What is to stand there.</param>
internal sealed partial record SearchReplace(string Hint, string Search, string Replace)
{
    /// <summary>The edits of a reply, in order; none when it has no markers of any.</summary>
    /// <exception cref="ReplyException">There are markers that do not belong together.</exception>
    public static IReadOnlyList<SearchReplace> Parse(string reply)
    {
        List<SearchReplace> edits = [];
        var from = 0;
        foreach (Match match in Block().Matches(reply))
        {
            edits.Add(new SearchReplace(reply[from..match.Index], match.Groups["search"].Value, match.Groups["replace"].Value));
            from = match.Index + match.Length;
        }

        var opened = Opening().Count(reply);
        return edits.Count == opened ? edits
            : throw new ReplyException($"of {opened} SEARCH blocks only {edits.Count} are complete: each needs a line '=======' and a line '>>>>>>> REPLACE' after it");
    }

    // Models count the marks badly, put words behind them, and fence each half.
    [GeneratedRegex(@"^[ \t]*<{5,9}[ \t]*SEARCH[^\n]*\n(?<search>(?:(?![ \t]*(?:<{5,9}[ \t]*SEARCH|={5,9}[ \t]*$))[^\n]*\n)*)[ \t]*={5,9}[ \t]*\n(?<replace>(?:(?![ \t]*(?:<{5,9}[ \t]*SEARCH|>{5,9}))[^\n]*\n)*)[ \t]*>{5,9}[^\n]*", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^[ \t]*<{5,9}[ \t]*SEARCH", RegexOptions.Multiline)]
    private static partial Regex Opening();
}
