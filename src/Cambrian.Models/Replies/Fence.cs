using System.Text.RegularExpressions;

namespace Cambrian.Models.Replies;

/// <summary>Fenced code of a reply.</summary>
/// <param name="Hint">What stands behind the fence and on the line before it, where a file may be named.</param>
/// <param name="Code">What is fenced.</param>
internal sealed partial record Fence(string Hint, string Code)
{
    /// <summary>All of them, in order; the last may lack its end.</summary>
    public static IReadOnlyList<Fence> Parse(string reply) => [.. Block().Matches(reply).Select(match =>
        new Fence($"{match.Groups["info"].Value}\n{LineBefore(reply, match.Index)}", match.Groups["code"].Value))];

    private static string LineBefore(string reply, int position)
    {
        var lines = reply[..position].TrimEnd().Split('\n');
        return lines[^1];
    }

    [GeneratedRegex(@"^[ \t]*(?<mark>`{3,}|~{3,})(?<info>[^\n`]*)\n(?<code>.*?)(?:^[ \t]*\k<mark>[`~]*[ \t]*$|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
