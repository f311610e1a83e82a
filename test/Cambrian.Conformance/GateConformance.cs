namespace Cambrian.Conformance;

/// <summary>What every gate owes its users.</summary>
public abstract class GateConformance
{
    protected abstract IGate Create();

    [Fact]
    public async Task Every_decision_has_a_reason_and_repeats()
    {
        var stream = Toy.Stream(seed: 21, count: 100);
        foreach (var child in stream.Concat(Faulty()))
        {
            IReadOnlyList<Candidate> parents = [.. child.Parents.Select(step => stream[step])];
            var verdict = await Create().JudgeAsync(child, parents, TestContext.Current.CancellationToken);
            Assert.NotEmpty(verdict.Reason);
            Assert.Equal(verdict, await Create().JudgeAsync(child, parents, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_good_seed_is_admitted()
    {
        var verdict = await Create().JudgeAsync(Toy.Candidate(0, Toy.Target), [], TestContext.Current.CancellationToken);
        Assert.True(verdict.Admitted, verdict.Reason);
    }

    private static IEnumerable<Candidate> Faulty() =>
    [
        new(200, Toy.Program("a"), Evaluation.None(Outcome.TimedOut, "killed at its deadline"), [0]),
        new(201, Toy.Program("b"), Evaluation.None(Outcome.Failed, ""), [0, 1]),
        new(202, Toy.Program("c"), Evaluation.Of(double.NaN), [1]),
    ];
}
