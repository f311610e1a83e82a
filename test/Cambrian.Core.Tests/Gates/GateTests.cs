using System.Collections.Immutable;
using Cambrian.Core.Evaluators;
using Cambrian.Core.Gates;

namespace Cambrian.Core.Tests.Gates;

public sealed class ValidGateTests : GateConformance
{
    protected override IGate Create() => new ValidGate();

    [Fact]
    public async Task Everything_but_a_valid_and_complete_number_is_rejected_with_the_reason()
    {
        (Evaluation Given, string? Reason)[] cases =
        [
            (Evaluation.Of(1), null),
            (Evaluation.Of(double.PositiveInfinity), null),
            (Evaluation.Of(double.NaN), "its score is not a number"),
            (Evaluation.Of(1) with { Complete = false }, "stopped early"),
            (Evaluation.Of(1) with { Complete = false, Feedback = "after 3 cases" }, "stopped early: after 3 cases"),
            (Evaluation.None(Outcome.Invalid, "bin 3 overflows"), "Invalid: bin 3 overflows"),
            (Evaluation.None(Outcome.TimedOut, ""), "TimedOut"),
        ];
        foreach (var (given, reason) in cases)
        {
            var verdict = await Create().JudgeAsync(new Candidate(1, Toy.Program("x"), given, []), [], TestContext.Current.CancellationToken);
            Assert.Equal(reason is null ? Verdict.Admit() : Verdict.Reject(reason), verdict);
        }
    }
}

public sealed class EveryGateTests : GateConformance
{
    protected override IGate Create() => new EveryGate([new ValidGate(), new NoiseGate(0.1)]);

    [Fact]
    public async Task The_first_rejection_counts_and_later_gates_are_not_asked()
    {
        var gate = new EveryGate([new Says(Verdict.Admit()), new Says(Verdict.Reject("second")), new Says(null)]);
        var verdict = await gate.JudgeAsync(Toy.Candidate(1, Toy.Target), [], TestContext.Current.CancellationToken);
        Assert.Equal(Verdict.Reject("second"), verdict);
    }

    private sealed class Says(Verdict? verdict) : IGate
    {
        public Task<Verdict> JudgeAsync(Candidate child, IReadOnlyList<Candidate> parents, CancellationToken cancellation) =>
            Task.FromResult(verdict ?? throw new InvalidOperationException("should not have been asked"));
    }
}

public sealed class NoiseGateTests : GateConformance
{
    protected override IGate Create() => new NoiseGate(0.5);

    [Theory]
    [InlineData(9.0, 0, 0, true)]
    [InlineData(10.0, 0, 0, true)]
    [InlineData(10.1, 0, 0, false)]
    [InlineData(10.5, 0, 0, false)]
    [InlineData(10.6, 0, 0, true)]
    [InlineData(10.6, 0.7, 0, false)]
    [InlineData(10.6, 0, 0.7, false)]
    [InlineData(10.8, 0.7, 0.7, true)]
    public async Task An_improvement_inside_the_noise_is_no_improvement(double score, double spread, double parentSpread, bool admitted)
    {
        Candidate[] parents = [Noisy(0, 8, 0), Noisy(1, 10, parentSpread)];
        var verdict = await Create().JudgeAsync(Noisy(2, score, spread), parents, TestContext.Current.CancellationToken);
        Assert.Equal(admitted, verdict.Admitted);
    }

    private static Candidate Noisy(int step, double score, double spread) => new(
        step,
        Toy.Program($"{step}"),
        Evaluation.Of(score) with { Metrics = ImmutableSortedDictionary<string, double>.Empty.Add(RepeatingEvaluator.Spread, spread) },
        []);
}
