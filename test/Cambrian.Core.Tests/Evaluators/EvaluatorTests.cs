using Cambrian.Core.Evaluators;

namespace Cambrian.Core.Tests.Evaluators;

public sealed class CachingEvaluatorTests : EvaluatorConformance
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected override IEvaluator Create() => new CachingEvaluator(new ScriptedEvaluator(Toy.Score), capacity: 4);

    [Fact]
    public async Task The_same_artifact_against_the_same_rival_is_measured_once()
    {
        var inner = new ScriptedEvaluator((_, _) => Evaluation.Of(1) with { Cpu = TimeSpan.FromSeconds(1) });
        var caching = new CachingEvaluator(inner, capacity: 4);
        var first = await caching.EvaluateAsync(Good, rival: null, Cancellation);
        var second = await caching.EvaluateAsync(Toy.Program(Toy.Letters(Good)), rival: null, Cancellation);
        Assert.Equal(1, inner.Calls);
        Assert.Equal(first with { Cpu = TimeSpan.Zero }, second);
        Assert.Equal(TimeSpan.FromSeconds(1), first.Cpu);
    }

    [Fact]
    public async Task Another_rival_is_another_question_unless_it_does_not_matter()
    {
        var (strict, lax) = (new ScriptedEvaluator(Toy.Score), new ScriptedEvaluator(Toy.Score));
        var strictly = new CachingEvaluator(strict, capacity: 4);
        var laxly = new CachingEvaluator(lax, capacity: 4, rivalMatters: false);
        foreach (var rival in new[] { null, Evaluation.Of(1), Evaluation.Of(2) })
        {
            await strictly.EvaluateAsync(Good, rival, Cancellation);
            await laxly.EvaluateAsync(Good, rival, Cancellation);
        }

        Assert.Equal((3, 1), (strict.Calls, lax.Calls));
    }

    [Fact]
    public async Task No_more_is_remembered_than_the_capacity_and_the_oldest_goes_first()
    {
        var inner = new ScriptedEvaluator(Toy.Score);
        var caching = new CachingEvaluator(inner, capacity: 2);
        foreach (var letters in new[] { "aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "cccccccccccccccc", "cccccccccccccccc", "bbbbbbbbbbbbbbbb", "aaaaaaaaaaaaaaaa" })
        {
            await caching.EvaluateAsync(Toy.Program(letters), rival: null, Cancellation);
        }

        Assert.Equal(4, inner.Calls);
    }

    [Fact]
    public async Task Equal_questions_at_the_same_time_are_measured_once()
    {
        var release = new TaskCompletionSource();
        var calls = 0;
        var caching = new CachingEvaluator(new AsyncEvaluator((_, _) => Interlocked.Increment(ref calls) > 0 ? release.Task : Task.CompletedTask), capacity: 2);
        var answers = Enumerable.Range(0, 10).Select(_ => caching.EvaluateAsync(Good, rival: null, Cancellation)).ToList();
        release.SetResult();
        Assert.Single((await Task.WhenAll(answers)).Select(answer => answer.Score).Distinct());
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_measurement_that_broke_is_not_remembered_and_those_who_waited_measure_again()
    {
        var release = new TaskCompletionSource();
        var calls = 0;
        var caching = new CachingEvaluator(
            new AsyncEvaluator((_, _) => Interlocked.Increment(ref calls) == 1 ? release.Task : Task.CompletedTask), capacity: 2);
        var first = caching.EvaluateAsync(Good, rival: null, Cancellation);
        var second = caching.EvaluateAsync(Good, rival: null, Cancellation);
        release.SetException(new IOException("the worker is gone"));
        await Assert.ThrowsAsync<IOException>(() => first);
        Assert.Equal(Good.Length, (await second).Score);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task One_who_waits_may_leave()
    {
        var release = new TaskCompletionSource();
        var caching = new CachingEvaluator(new AsyncEvaluator((_, _) => release.Task), capacity: 2);
        using var impatient = new CancellationTokenSource();
        var first = caching.EvaluateAsync(Good, rival: null, Cancellation);
        var second = caching.EvaluateAsync(Good, rival: null, impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        release.SetResult();
        Assert.Equal(Good.Length, (await first).Score);
    }

    [Fact]
    public async Task It_does_not_change_a_runs_ledger()
    {
        var (without, with) = (new Core.Ledgers.MemoryLedger(), new Core.Ledgers.MemoryLedger());
        await LoopRun.RunAsync(LoopRun.Strategy(), without, new Budget { Steps = 300 });
        var caching = new CachingEvaluator(ScriptedEvaluator.Uneven(5, Toy.Score), capacity: 50);
        await LoopRun.RunAsync(LoopRun.Strategy(parallel: 4, evaluator: caching), with, new Budget { Steps = 300 });
        Assert.Equal(LoopRun.Head(without), LoopRun.Head(with));
    }
}

public sealed class RepeatingEvaluatorTests : EvaluatorConformance
{
    protected override IEvaluator Create() => new RepeatingEvaluator(new ScriptedEvaluator(Toy.Score), repeats: 3);

    [Theory]
    [InlineData(new[] { 3.0, 1.0, 7.0 }, 3, 6)]
    [InlineData(new[] { 3.0, 1.0, 7.0, 4.0 }, 3.5, 6)]
    [InlineData(new[] { 2.0 }, 2, 0)]
    public async Task The_median_counts_and_the_spread_is_reported(double[] scores, double median, double spread)
    {
        var next = 0;
        var inner = new ScriptedEvaluator((_, _) => Evaluation.Of(scores[next++]) with { Cpu = TimeSpan.FromSeconds(2) });
        var evaluation = await new RepeatingEvaluator(inner, scores.Length).EvaluateAsync(Good, rival: null, TestContext.Current.CancellationToken);
        Assert.Equal(median, evaluation.Score);
        Assert.Equal([median], evaluation.Cases);
        Assert.Equal(spread, evaluation.Metrics[RepeatingEvaluator.Spread]);
        Assert.Equal((scores.Length, TimeSpan.FromSeconds(2 * scores.Length)), (evaluation.Cost, evaluation.Cpu));
    }

    [Fact]
    public async Task A_repeat_that_fails_is_the_answer()
    {
        var calls = 0;
        var inner = new ScriptedEvaluator((_, _) => ++calls == 2 ? Evaluation.None(Outcome.Failed, "crashed") with { Cost = 5 } : Evaluation.Of(1));
        var evaluation = await new RepeatingEvaluator(inner, 3).EvaluateAsync(Good, rival: null, TestContext.Current.CancellationToken);
        Assert.Equal((Outcome.Failed, "crashed", 6.0), (evaluation.Outcome, evaluation.Feedback, evaluation.Cost));
        Assert.Equal(2, calls);
    }
}

public sealed class VerifyingEvaluatorTests : EvaluatorConformance
{
    protected override IEvaluator Create() => new VerifyingEvaluator(new ScriptedEvaluator(Toy.Score), new ScriptedEvaluator(Toy.Score));

    [Theory]
    [InlineData(null, 5, true)]
    [InlineData(4.0, 5, true)]
    [InlineData(5.0, 5, false)]
    [InlineData(6.0, 5, false)]
    public async Task Only_what_beats_its_rival_is_checked(double? rival, double score, bool checks)
    {
        var verifier = new ScriptedEvaluator((_, _) => Evaluation.Of(score));
        var verifying = new VerifyingEvaluator(new ScriptedEvaluator((_, _) => Evaluation.Of(score)), verifier);
        var evaluation = await verifying.EvaluateAsync(Good, rival is { } other ? Evaluation.Of(other) : null, TestContext.Current.CancellationToken);
        Assert.Equal((Outcome.Valid, score), (evaluation.Outcome, evaluation.Score));
        Assert.Equal(checks ? 1 : 0, verifier.Calls);
    }

    [Fact]
    public async Task A_claim_that_the_verifier_does_not_confirm_is_invalid()
    {
        var lying = new ScriptedEvaluator((_, _) => Evaluation.Of(5.5));
        var verifying = new VerifyingEvaluator(lying, new ScriptedEvaluator((_, _) => Evaluation.Of(5)));
        var evaluation = await verifying.EvaluateAsync(Good, rival: null, TestContext.Current.CancellationToken);
        Assert.Equal((Outcome.Invalid, double.NegativeInfinity), (evaluation.Outcome, evaluation.Score));
        Assert.Equal("the verifier disagrees: evaluated to 5.5, verified as 5", evaluation.Feedback);
        var tolerant = new VerifyingEvaluator(lying, new ScriptedEvaluator((_, _) => Evaluation.Of(5)), tolerance: 0.5);
        Assert.Equal(5.5, (await tolerant.EvaluateAsync(Good, rival: null, TestContext.Current.CancellationToken)).Score);
    }

    [Fact]
    public async Task What_the_verifier_rejects_is_invalid_with_its_reason()
    {
        var verifying = new VerifyingEvaluator(
            new ScriptedEvaluator((_, _) => Evaluation.Of(5)), new ScriptedEvaluator((_, _) => Evaluation.None(Outcome.Invalid, "circles overlap")));
        var evaluation = await verifying.EvaluateAsync(Good, rival: null, TestContext.Current.CancellationToken);
        Assert.Equal("the verifier rejects it (Invalid): circles overlap", evaluation.Feedback);
    }
}
