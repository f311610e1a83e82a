using Cambrian.Core.Ledgers;

namespace Cambrian.Core.Tests.Ledgers;

public sealed class MemoryLedgerTests : LedgerConformance
{
    protected override ILedger Create() => new MemoryLedger();
}

public sealed class StepChainTests
{
    [Fact]
    public void Measured_times_leave_the_hash_alone()
    {
        var steps = RandomSteps.Take(seed: 1, count: 50);
        var slower = steps.Select(step => step with
        {
            Elapsed = step.Elapsed + TimeSpan.FromSeconds(1),
            Evaluation = step.Evaluation is { } evaluation ? evaluation with { Cpu = TimeSpan.FromHours(1) } : null,
        });
        Assert.Equal(StepText.HeadOf(steps), StepText.HeadOf(slower));
    }

    [Fact]
    public void Anything_else_changes_it()
    {
        var step = RandomSteps.Take(seed: 2, count: 50).First(step => step.Evaluation is { Cases.Length: > 1, Metrics.Count: > 0 });
        var evaluation = step.Evaluation!;
        var (metric, value) = evaluation.Metrics.First();
        Step[] changed =
        [
            step,
            step with { Number = 77 },
            step with { Parents = [.. step.Parents, 4] },
            step with { ParentScore = 0.125 },
            step with { Origin = "changed" },
            step with { Child = Toy.Program("changed") },
            step with { Child = null },
            step with { Verdict = new Verdict(!step.Verdict.Admitted, step.Verdict.Reason) },
            step with { Verdict = Verdict.Admit("changed") },
            step with { Evaluation = null },
            .. new[]
            {
                evaluation with { Outcome = evaluation.Outcome == Outcome.Valid ? Outcome.Failed : Outcome.Valid },
                evaluation with { Complete = !evaluation.Complete },
                evaluation with { Score = 0.125 },
                evaluation with { Cost = 0.125 },
                evaluation with { Cases = evaluation.Cases[1..] },
                evaluation with { Cases = evaluation.Cases.SetItem(0, 0.125) },
                evaluation with { Metrics = evaluation.Metrics.Remove(metric) },
                evaluation with { Metrics = evaluation.Metrics.SetItem(metric, 0.125) },
                evaluation with { Metrics = evaluation.Metrics.Remove(metric).Add(metric + "x", value) },
                evaluation with { Behaviour = "changed" },
                evaluation with { Feedback = "changed" },
                evaluation with { Isolation = "changed" },
            }.Select(other => step with { Evaluation = other }),
        ];
        Assert.Equal(changed.Length, changed.Select(other => StepText.HeadOf([other with { Verdict = other.Verdict }])).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_chain_goes_on_from_a_recorded_link()
    {
        var steps = RandomSteps.Take(seed: 3, count: 20);
        var chain = new StepChain();
        foreach (var step in steps[..10])
        {
            chain.Extend(step);
        }

        var continued = new StepChain(chain.Link);
        foreach (var step in steps[10..])
        {
            continued.Extend(step);
        }

        Assert.Equal(StepText.HeadOf(steps), continued.Head);
    }

    [Fact]
    public void The_order_of_the_steps_counts() =>
        Assert.NotEqual(StepText.HeadOf(RandomSteps.Take(seed: 4, count: 3)), StepText.HeadOf(RandomSteps.Take(seed: 4, count: 3).Reverse()));
}
