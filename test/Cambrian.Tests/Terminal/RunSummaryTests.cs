using System.Text.Json;
using Cambrian.Core;
using Cambrian.Terminal;

namespace Cambrian.Tests.Terminal;

public sealed class RunSummaryTests
{
    [Fact]
    public void The_JSON_line_has_exactly_the_documented_members()
    {
        var candidate = new Candidate(3, Artifact.Of("a", "b"), Evaluation.Of(-1.5), []);
        var line = Summary(RunSummary.BestScore.Of(candidate, 1.5, 1.6, double.NaN)).ToJson();
        using var json = JsonDocument.Parse(line);

        Assert.DoesNotContain('\n', line);
        Assert.Equal(
            ["run", "problem", "steps", "evaluations", "best", "cpu_seconds", "elapsed_seconds", "isolation", "level", "decision", "money", "tokens"],
            json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["id", "score", "validation", "test"], json.RootElement.GetProperty("best").EnumerateObject().Select(member => member.Name));
        Assert.Equal(candidate.Artifact.Id, json.RootElement.GetProperty("best").GetProperty("id").GetString());
        Assert.Equal(1.5, json.RootElement.GetProperty("best").GetProperty("score").GetDouble());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("best").GetProperty("test").ValueKind);
    }

    [Fact]
    public void A_run_that_measured_nothing_has_no_best()
    {
        using var json = JsonDocument.Parse(Summary(null).ToJson());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("best").ValueKind);
    }

    private static RunSummary Summary(RunSummary.BestScore? best) => new()
    {
        Run = "runs/x",
        Problem = "x",
        Steps = 4,
        Evaluations = 3,
        Best = best,
        CpuSeconds = 1.25,
        ElapsedSeconds = 2,
        Level = "A1",
        Decision = "waiting",
        Isolation = "L3 bubblewrap+seccomp",
    };
}
