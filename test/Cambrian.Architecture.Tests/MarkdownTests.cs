using System.Text;
using System.Text.RegularExpressions;

namespace Cambrian.Architecture.Tests;

public sealed partial class MarkdownTests
{
    [Fact]
    public void Every_relative_link_leads_somewhere()
    {
        var pages = Repository.Files(".", "*.md").ToList();
        Assert.Contains("README.md", pages);
        Assert.Empty(pages.SelectMany(page => Links(Repository.Read(page)).Select(link => Fault(page, link))).OfType<string>());
    }

    [Theory]
    [InlineData("# The loop's heart", "the-loops-heart")]
    [InlineData("## `cambrian run`, `resume`", "cambrian-run-resume")]
    [InlineData("### Exit codes (all)", "exit-codes-all")]
    public void Anchors_are_what_a_reader_of_the_page_gets(string heading, string anchor) => Assert.Contains(anchor, Anchors(heading));

    [Fact]
    public void Equal_headings_get_numbered_anchors() => Assert.Equal(["a", "a-1", "b"], Anchors("# A\n\n## A\n```\n# no heading\n```\n# B"));

    [Fact]
    public void Links_in_code_are_no_links() => Assert.Equal(["x.md", "#y"], Links("[a](x.md) `[b](no.md)`\n```\n[c](no.md)\n```\n![d](#y)"));

    private static string? Fault(string page, string link)
    {
        if (link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = Uri.UnescapeDataString(link).Split('#', 2);
        var target = parts[0].Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, parts[0]));
        if (!Path.Exists(Path.Combine(Repository.Root, target)))
        {
            return $"{page}: {link} does not exist";
        }

        return parts.Length == 1 || !target.EndsWith(".md", StringComparison.Ordinal) || Anchors(Repository.Read(target)).Contains(parts[1])
            ? null
            : $"{page}: {link}: no such heading";
    }

    private static List<string> Links(string page) => [.. Link().Matches(Code().Replace(page, "")).Select(match => match.Groups[1].Value)];

    private static List<string> Anchors(string page)
    {
        Dictionary<string, int> seen = [];
        List<string> anchors = [];
        foreach (Match heading in Heading().Matches(Fence().Replace(page, "")))
        {
            var anchor = Slug(heading.Groups[1].Value);
            var before = seen.GetValueOrDefault(anchor);
            seen[anchor] = before + 1;
            anchors.Add(before == 0 ? anchor : $"{anchor}-{before}");
        }

        return anchors;
    }

    // As GitHub does it: lower case, letters, digits, '-' and '_' stay, blanks become '-', the rest goes.
    private static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (var rune in heading.Trim().ToLowerInvariant().EnumerateRunes())
        {
            slug.Append(rune.Value == ' ' ? "-" : Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' ? rune.ToString() : "");
        }

        return slug.ToString();
    }

    [GeneratedRegex(@"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^(```|~~~).*?^\1[^\n]*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(```|~~~).*?^\1[^\n]*$|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^#{1,6}\s+(.+?)\s*#*$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
