using System.Text.RegularExpressions;
using Cambrian.Algorithms.Folders;
using Cambrian.Report;

namespace Cambrian.Tests.Report;

public sealed class ReportPageTests
{
    private const string Hostile = "</pre></title></style><script>alert(1)</script><img src=http://evil.example/x onerror=alert(1)>\" onload=\"alert(1)' &lt; \u202E \e[31m";

    [Fact]
    public async Task A_hostile_candidate_operator_title_and_source_stay_text()
    {
        var run = new ScriptedRun { File = new ScriptedRun().File with { Known = [new KnownValueSection { Name = Hostile, Value = 2, Source = Hostile }], Unit = Hostile } }
            .Admit(-4, "seed", "seed").Admit(-3, Hostile, Hostile, 0).Admit(-2, Hostile + "2", Hostile, 1, 0).Fail(Hostile, Hostile, 1);
        var page = ReportPage.Of(await run.SubjectAsync(test: 2.5, title: Hostile));

        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(page, c => char.IsControl(c) && c != '\n');
        Assert.All(Tags(page), tag => Assert.DoesNotContain(Attributes(tag), name => name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || name is "src" or "style"));
    }

    [Fact]
    public async Task The_page_loads_nothing_from_anywhere()
    {
        var page = ReportPage.Of(await Ordinary().SubjectAsync(test: 2.5));
        Assert.All(Tags(page).SelectMany(tag => Regex.Matches(tag, "\\bhref=\"([^\"]*)\"")), link => Assert.StartsWith("#", link.Groups[1].Value, StringComparison.Ordinal));
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", page, StringComparison.Ordinal);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_scores_in_the_problems_own_direction_the_lineage_and_every_operator()
    {
        var page = ReportPage.Of(await Ordinary().SubjectAsync(test: 1.5));
        Assert.Contains("better than paper (2) by 0.5", page, StringComparison.Ordinal);
        Assert.Contains("<td>join<span", page, StringComparison.Ordinal);
        Assert.Contains("<td>swap</td>", page, StringComparison.Ordinal);
        Assert.Contains("cambrian run scripted --seed 7 --steps 6", page, StringComparison.Ordinal);
        foreach (var section in (string[])["scores", "progress", "program", "lineage", "operators", "map", "cases", "about"])
        {
            Assert.Contains($"<section id=\"{section}\">", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_map_over_two_measures_has_a_cell_for_each_kind_of_program()
    {
        var file = new ScriptedRun().File with
        {
            Measures = [new MeasureSection { Metric = "width", Low = 0, High = 10, Cells = 10 }, new MeasureSection { Metric = "length", Low = 0, High = 100, Cells = 5 }],
        };
        var page = ReportPage.Of(await new ScriptedRun { File = file }.Admit(-4, "seed", "seed").Admit(-3, "longer than the seed is", "grow", 0).SubjectAsync());
        Assert.Contains("2 of 50 cells are filled", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_any_admitted_candidate_has_a_report_too()
    {
        var page = ReportPage.Of(await new ScriptedRun().Fail("does not compile", "seed").SubjectAsync());
        Assert.Contains("Nothing was measured", page, StringComparison.Ordinal);
    }

    private static ScriptedRun Ordinary() => new ScriptedRun()
        .Admit(-4, "first\nsecond\nthird\n", "seed")
        .Admit(-3.5, "first\n2\nthird\n", "swap", 0)
        .Fail("error", "swap", 0)
        .Nothing("join", 1)
        .Admit(-3, "first\n2\n3\n", "join", 1, 0)
        .Admit(-5, "worse", "swap", 4);

    private static IEnumerable<string> Tags(string page) => Regex.Matches(page, "<[a-zA-Z][^>]*>").Select(match => match.Value);

    private static IEnumerable<string> Attributes(string tag) => Regex.Matches(Regex.Replace(tag, "\"[^\"]*\"", ""), "\\s([a-zA-Z-]+)=").Select(match => match.Groups[1].Value);
}
