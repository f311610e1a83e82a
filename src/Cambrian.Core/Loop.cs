using System.Runtime.CompilerServices;

namespace Cambrian.Core;

#pragma warning disable CA1001 // A SemaphoreSlim whose wait handle nobody asks for holds nothing to dispose.
/// <summary>
/// The loop: choose parents, propose a child, measure it, judge it, write it down, remember it. Choosing and remembering
/// happen on one flow of control, in step order; proposing, measuring and judging run beside it and share no state. Step k
/// chooses from exactly what was remembered up to step k − window, so the ledger depends on problem, strategy, seed and
/// window alone: not on timing, not on how many work at a time, not on where a run was stopped and resumed.
/// </summary>
/// <param name="problem">What to improve.</param>
/// <param name="strategy">How to search. Its archive and proposer must be fresh: they are rebuilt from the ledger.</param>
/// <param name="ledger">Where steps are written before they have consequences; a ledger with steps in it is resumed.</param>
/// <param name="time">The clock of the time budget.</param>
public sealed class Loop(Problem problem, Strategy strategy, ILedger ledger, TimeProvider time)
{
    private readonly Queue<Func<CancellationToken, Task<Step>>> _chosen = new();
    private readonly Queue<Task<Step>> _underWay = new();
    private readonly SemaphoreSlim _workers = new(Math.Clamp(strategy.Parallel, 1, strategy.Window));
    private IAsyncEnumerator<Step>? _recorded;
    private int _recordedEnd;
    private int _next;
    private int _launched;
    private int _remembered;
    private int _evaluated;

    /// <summary>Runs until the budget is used up. Every step is in the ledger before it is handed out; recorded steps are handed out again first.</summary>
    /// <param name="budget">When to stop.</param>
    /// <param name="cancellation">Stops at once; what was handed out is safe in the ledger.</param>
    /// <exception cref="InvalidOperationException">The gate rejects a seed, the ledger belongs to another problem, or this loop ran before.</exception>
    public async IAsyncEnumerable<Step> RunAsync(Budget budget, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var clock = new CancellationTokenSource(budget.Time ?? Timeout.InfiniteTimeSpan, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, clock.Token);
        _recorded = _recorded is null
            ? ledger.ReadAsync(cancellation).GetAsyncEnumerator(cancellation)
            : throw new InvalidOperationException("A loop runs once; make another one, with a fresh archive and proposer, to go on from the ledger.");
        try
        {
            await ScheduleAsync(budget, stop.Token).ConfigureAwait(false);
            while (await TakeReadyAsync(stop.Token).ConfigureAwait(false) is { Count: > 0 } ready)
            {
                await ledger.AppendAsync([.. ready.Where(step => step.Number >= _recordedEnd)], cancellation).ConfigureAwait(false);
                foreach (var step in ready)
                {
                    Remember(step);
                    await ScheduleAsync(budget, stop.Token).ConfigureAwait(false);
                    yield return step;
                }
            }

            cancellation.ThrowIfCancellationRequested();
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await AbandonAsync().ConfigureAwait(false);
            await _recorded.DisposeAsync().ConfigureAwait(false);
        }
    }

    // Seeds come first and together; a child waits until all of them and its window's start are remembered.
    private bool MayChoose => _next < problem.Seeds.Count || _remembered >= Math.Max(problem.Seeds.Count, _next - strategy.Window + 1);

    // A step is chosen as soon as its window allows, even where the budget makes it wait: budgets must not change choices.
    private async ValueTask ScheduleAsync(Budget budget, CancellationToken cancellation)
    {
        for (; MayChoose && _next < (budget.Steps ?? int.MaxValue) && !cancellation.IsCancellationRequested; _next++)
        {
            _chosen.Enqueue(await RecordedAsync(_next).ConfigureAwait(false) is { } step ? _ => Task.FromResult(step) : Choose(_next));
        }

        for (; _chosen.Count > 0 && MayLaunch(budget) && !cancellation.IsCancellationRequested; _launched++)
        {
            _underWay.Enqueue(_chosen.Dequeue()(cancellation));
        }
    }

    // Every step under way may turn out to be an evaluation.
    private bool MayLaunch(Budget budget) => _evaluated + _launched - _remembered < (budget.Evaluations ?? int.MaxValue);

    private async ValueTask<Step?> RecordedAsync(int number)
    {
        if (_recordedEnd < number || !await _recorded!.MoveNextAsync().ConfigureAwait(false))
        {
            return null;
        }

        _recordedEnd = number + 1;
        return _recorded.Current;
    }

    // Everything a step may know of the run's state is read here, on the loop's own flow.
    private Func<CancellationToken, Task<Step>> Choose(int number)
    {
        if (number < problem.Seeds.Count)
        {
            var proposal = Task.FromResult(new Proposal(problem.Seeds[number], "seed"));
            return cancellation => MeasureAsync(number, [], _ => proposal, cancellation);
        }

        var parents = strategy.Selector.Select(strategy.Archive.Kept, Randomness.From(Randomness.Derive(strategy.Seed, number, 0)));
        var proposer = strategy.Proposer.Snapshot();
        var seed = Randomness.Derive(strategy.Seed, number, 1);
        return cancellation => MeasureAsync(number, parents, token => proposer.ProposeAsync(problem, parents, seed, token), cancellation);
    }

    private async Task<Step> MeasureAsync(
        int number, IReadOnlyList<Candidate> parents, Func<CancellationToken, Task<Proposal>> propose, CancellationToken cancellation)
    {
        await _workers.WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var start = time.GetTimestamp();
        try
        {
            var proposal = await propose(cancellation).ConfigureAwait(false);
            var used = proposal.Parents ?? parents;
            var rival = used.Count > 0 ? used[0].Evaluation : null;
            var evaluation = await strategy.Evaluator.EvaluateAsync(proposal.Child, rival, cancellation).ConfigureAwait(false);
            var step = Describe(number, used, proposal.Origin, proposal.Child, evaluation) with { Effort = proposal.Effort };
            var verdict = await strategy.Gate.JudgeAsync(step.Admitted!, used, cancellation).ConfigureAwait(false);
            return Judged(step, verdict);
        }
        catch (ProposalException none)
        {
            return Judged(Describe(number, parents, none.Origin) with { Effort = none.Effort }, Verdict.Reject(none.Message));
        }
        finally
        {
            _workers.Release();
        }

        // What ends after the run was told to stop may have ended because of it.
        Step Judged(Step step, Verdict verdict)
        {
            cancellation.ThrowIfCancellationRequested();
            return step with { Verdict = verdict, Elapsed = time.GetElapsedTime(start) };
        }
    }

    private static Step Describe(int number, IReadOnlyList<Candidate> parents, string origin, Artifact? child = null, Evaluation? evaluation = null) => new()
    {
        Number = number,
        Parents = [.. parents.Select(parent => parent.Step).Distinct()],
        ParentScore = parents.Select(parent => parent.Score).DefaultIfEmpty(double.NegativeInfinity).Max(),
        Origin = origin,
        Child = child,
        Evaluation = evaluation,
        Verdict = Verdict.Admit(),
    };

    // The oldest step, and with it every later one that is ready too, so that a ledger can write them together.
    private async ValueTask<List<Step>> TakeReadyAsync(CancellationToken cancellation)
    {
        List<Step> ready = [];
        if (_underWay.TryPeek(out var oldest) && await FinishesAsync(oldest, cancellation).ConfigureAwait(false))
        {
            while (_underWay.TryPeek(out var next) && next.IsCompletedSuccessfully)
            {
                ready.Add(await _underWay.Dequeue().ConfigureAwait(false));
            }
        }

        return ready;
    }

    // The end of the time budget ends the sequence quietly; anything else that went wrong is thrown.
    private static async Task<bool> FinishesAsync(Task<Step> oldest, CancellationToken cancellation)
    {
        await Task.WhenAny(oldest).ConfigureAwait(false);
        if (oldest.IsCanceled && cancellation.IsCancellationRequested)
        {
            return false;
        }

        await oldest.ConfigureAwait(false);
        return true;
    }

    private void Remember(Step step)
    {
        problem.RequireSeed(step);
        _remembered++;
        _evaluated += step.Evaluation is null ? 0 : 1;
        if (step.Admitted is { } candidate)
        {
            strategy.Archive.Add(candidate);
        }

        strategy.Proposer.Observe(step);
    }

    private async Task AbandonAsync()
    {
        Task all = Task.WhenAll(_underWay);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
