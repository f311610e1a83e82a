using System.Text.Json;

namespace Cambrian.Tests.Commands;

/// <summary>What a new user types, one after the other, in real sandboxes.</summary>
public sealed class NewUserTests
{
    [Theory]
    [InlineData("csharp")]
    [InlineData("command")]
    public async Task New_check_run_show_best_report_resume(string kind)
    {
        using var scratch = new Scratch();
        Assert.Equal(0, (await scratch.TypeAsync("new", "mine", "--evaluator", kind)).Code);

        var check = await scratch.TypeAsync("check", "mine");
        Assert.True(check.Code == 0, check.Output + check.Error);
        Assert.Contains("scored a second time it scores the same", check.Output, StringComparison.Ordinal);
        Assert.Contains("Ready: cambrian run mine", check.Output, StringComparison.Ordinal);

        var run = await scratch.TypeAsync("run", "mine", "--steps", "40", "--seed", "3", "--out", "first", "--json");
        Assert.True(run.Code == 0, run.Error);
        using var json = JsonDocument.Parse(run.Output.TrimEnd('\n').Split('\n')[^1]);
        Assert.Equal(40, json.RootElement.GetProperty("steps").GetInt32());
        Assert.Equal("mine", json.RootElement.GetProperty("problem").GetString());
        Assert.DoesNotContain('\e', run.Error + run.Output);

        var show = await scratch.TypeAsync("show", "first");
        Assert.True(show.Code == 0, show.Error);
        Assert.Contains("every step and program hashes to what was recorded", show.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await scratch.TypeAsync("best", "first", "--out", "winner")).Code);
        Assert.NotEmpty(Directory.EnumerateFiles(scratch["winner"]));

        Assert.Equal(0, (await scratch.TypeAsync("report", "first", "--out", "report.html")).Code);
        Assert.Contains("<section id=\"operators\">", await File.ReadAllTextAsync(scratch["report.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var resumed = await scratch.TypeAsync("resume", "first", "--steps", "50");
        Assert.True(resumed.Code == 0, resumed.Error);
        Assert.Contains("50 steps (40 of them recorded earlier)", resumed.Output, StringComparison.Ordinal);
    }
}
