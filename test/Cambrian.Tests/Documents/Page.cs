using System.Text.RegularExpressions;

namespace Cambrian.Tests.Documents;

/// <summary>A page of documentation and the code on it.</summary>
internal sealed partial class Page(string path)
{
    private readonly string _text = File.ReadAllText(Path.Combine(Repository.Root, path));

    /// <summary>README.md and what is directly below docs/.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["README.md", .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal)];

    /// <summary>The fenced blocks of a language.</summary>
    public IReadOnlyList<string> Blocks(string language) =>
        [.. Fence().Matches(_text).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value)];

    /// <summary>The arguments of every <c>./cambrian …</c> that is shown, in a block or in a line of text, without its remark.</summary>
    public IReadOnlyList<string> Commands => [.. Command().Matches(_text).Select(match => match.Groups[1].Value.Split(" #")[0].Trim())];

    [GeneratedRegex(@"^```(\w*)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?:^|`)\./cambrian ([^`\n]+)", RegexOptions.Multiline)]
    private static partial Regex Command();
}
