using Cambrian.Core;
using Cambrian.Report;

namespace Cambrian.Tests.Report;

public sealed class RunReadingTests
{
    [Fact]
    public async Task Folds_a_ledger_into_counts_operators_and_a_line_of_ancestors()
    {
        var run = new ScriptedRun().Admit(-4, "a", "seed").Admit(-3, "b", "join/deep", 0).Fail("x", "join", 1).Nothing("swap", 1).Admit(-3.5, "c", "swap", 1).Admit(-1, "d", "join", 4, 1);
        var reading = (await run.SubjectAsync()).Reading;

        Assert.Equal((6, 5, 4), (reading.Steps, reading.Evaluations, reading.Admitted));
        Assert.Equal((4, 1), (reading.Count(Outcome.Valid), reading.Count(Outcome.Failed)));
        Assert.Equal([0, 1, 4, 5], reading.LineageOf(reading.Best!).Select(ancestor => ancestor.Step));
        Assert.Equal(["join", "swap"], reading.Operators.Select(row => row.Name));
        Assert.Equal((3, 2, 2, 2), (reading.Operators[0].Tries, reading.Operators[0].Valid, reading.Operators[0].Improved, reading.Operators[0].Bests));
        Assert.Equal(1 + 2, reading.Operators[0].Gain, 9);
        Assert.Equal(1_000 * 3 / 4.0, reading.Operators[0].GainPerThousand, 9);
    }

    [Fact]
    public async Task Text_for_a_terminal_tells_scores_and_changes_in_the_problems_own_direction()
    {
        var run = new ScriptedRun().Admit(-4, "a\nb\n", "seed").Admit(-3, "a\nc\e[1m\n", "join", 0);
        var text = string.Join('\n', new ShowText(await run.SubjectAsync(test: 1.5), (_, line) => line).Lines(everything: true));

        Assert.Contains("  training     3   seed 4", text, StringComparison.Ordinal);
        Assert.Contains("1. step 1, join: 4 → 3", text, StringComparison.Ordinal);
        Assert.Contains("- b", text, StringComparison.Ordinal);
        Assert.Contains("+ c", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', text);
    }

    [Fact]
    public void A_sample_is_bounded_and_spread_over_the_whole_run()
    {
        var sample = new ScoreSample();
        for (var step = 0; step < 100_000; step++)
        {
            sample.Add(step, step % 7 == 0 ? double.NegativeInfinity : step);
        }

        Assert.InRange(sample.Points.Count, 500, 1_200);
        Assert.InRange(sample.Points[^1].Step, 99_000, 100_000);
        Assert.Equal(sample.Points.OrderBy(point => point.Step), sample.Points);
    }
}
