using Cambrian.Conformance;
using Cambrian.Core;
using Cambrian.Runs;

namespace Cambrian.Tests.Runs;

public sealed class LimitedEvaluatorConformance : EvaluatorConformance
{
    protected override IEvaluator Create() => new LimitedEvaluator(new ScriptedEvaluator(Toy.Score), parallel: 2);
}

public sealed class LimitedEvaluatorTests
{
    [Fact]
    public async Task No_more_are_measured_at_a_time_than_are_allowed()
    {
        var (now, most) = (0, 0);
        using var limited = new LimitedEvaluator(new Slow(() => most = Math.Max(most, Interlocked.Increment(ref now)), () => Interlocked.Decrement(ref now)), parallel: 3);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => limited.EvaluateAsync(Toy.Program("mmmmmmmmmmmmmmmm"), rival: null, TestContext.Current.CancellationToken)));
        Assert.InRange(most, 1, 3);
    }

    private sealed class Slow(Action enter, Action leave) : IEvaluator
    {
        public async Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
        {
            enter();
            await Task.Yield();
            leave();
            return Toy.Score(artifact, rival);
        }
    }
}
