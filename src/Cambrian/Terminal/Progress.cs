using Cambrian.Core;
using Cambrian.Models.Calls;

namespace Cambrian.Terminal;

/// <summary>What a person watching a run wants to know, folded from its steps. One caller at a time.</summary>
/// <param name="budget">When the run ends.</param>
/// <param name="recordedSteps">Steps that an earlier call recorded; they come first and are no news.</param>
/// <param name="time">The clock of rates and of the time left.</param>
internal sealed class Progress(Budget budget, int recordedSteps, TimeProvider time)
{
    private long _start = time.GetTimestamp();
    private readonly SlidingRate _stepRate = new();
    private readonly SlidingRate _evaluationRate = new();

    /// <summary>Steps so far, recorded ones included.</summary>
    public int Steps { get; private set; }

    /// <summary>Evaluations so far, recorded ones included.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Children admitted so far.</summary>
    public int Admitted { get; private set; }

    /// <summary>Steps recorded by an earlier call.</summary>
    public int RecordedSteps => recordedSteps;

    /// <summary>The seed as it was measured; null before.</summary>
    public Candidate? Seed { get; private set; }

    /// <summary>The best by training score so far; null before the seed.</summary>
    public Candidate? Best { get; private set; }

    /// <summary>What made the best.</summary>
    public string BestOrigin { get; private set; } = "";

    /// <summary>When the best was found, since the start of this call; null when an earlier call found it.</summary>
    public TimeSpan? BestAt { get; private set; }

    /// <summary>Every best so far with its step, oldest first.</summary>
    public BestCurve Curve { get; } = new();

    /// <summary>Processor time of the candidates, as their sandboxes measured it, in this call.</summary>
    public TimeSpan CandidateCpu { get; private set; }

    /// <summary>How the last candidate that ran was contained; empty before.</summary>
    public string Isolation { get; private set; } = "";

    /// <summary>Wall time of this call.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>Steps per second over the last few seconds.</summary>
    public double StepsPerSecond => _stepRate.At(Elapsed);

    /// <summary>Evaluations per second over the last few seconds.</summary>
    public double EvaluationsPerSecond => _evaluationRate.At(Elapsed);

    /// <summary>The share of the budget that is used, from 0 to 1; null without a limit.</summary>
    public double? Fraction => Limits().Select(limit => (double?)limit.Used).Max() is { } used ? Math.Clamp(used, 0, 1) : null;

    /// <summary>The time until the first limit is reached at the present speed; null when it cannot be told.</summary>
    public TimeSpan? Remaining => Limits().Where(limit => limit.Left is not null).Select(limit => limit.Left).Min();

    /// <summary>What pays for models; null where there are none.</summary>
    public Purse? Purse { get; init; }

    /// <summary>Each limit of the run with the share of it that is used.</summary>
    public IEnumerable<(string Limit, double Used)> Shares() => Limits().Select(limit => (limit.Name, limit.Used));

    /// <summary>The budget.</summary>
    public Budget Budget => budget;

    /// <summary>Starts the clock anew: what went before the first step is none of the budget.</summary>
    public void Start() => _start = time.GetTimestamp();

    /// <summary>Takes the next step.</summary>
    /// <returns>Whether it is the best so far.</returns>
    public bool Take(Step step)
    {
        var news = Steps >= recordedSteps;
        Steps++;
        Evaluations += step.Evaluation is null ? 0 : 1;
        Admitted += step.Verdict.Admitted ? 1 : 0;
        Isolation = step.Evaluation is { Isolation.Length: > 0 } evaluation ? evaluation.Isolation : Isolation;
        if (news)
        {
            Count(step);
        }

        return step.Contender is { } candidate && TakeContender(candidate, step.Origin, news);
    }

    private void Count(Step step)
    {
        var now = Elapsed;
        _stepRate.Count(now);
        if (step.Evaluation is { } evaluation)
        {
            _evaluationRate.Count(now);
            CandidateCpu += evaluation.Cpu;
        }
    }

    private bool TakeContender(Candidate candidate, string origin, bool news)
    {
        Seed ??= candidate;
        if (Best is { } best && candidate.Score <= best.Score)
        {
            return false;
        }

        (Best, BestOrigin, BestAt) = (candidate, origin, news ? Elapsed : null);
        Curve.Add(candidate.Step, candidate.Score);
        return true;
    }

    private IEnumerable<(string Name, double Used, TimeSpan? Left)> Limits()
    {
        if (budget.Time is { } limit)
        {
            yield return ("time", Elapsed / limit, limit > Elapsed ? limit - Elapsed : TimeSpan.Zero);
        }

        if (budget.Steps is { } steps)
        {
            yield return ("steps", Steps / (double)Math.Max(1, steps), Left(steps - Steps, StepsPerSecond));
        }

        if (budget.Evaluations is { } evaluations)
        {
            yield return ("evaluations", Evaluations / (double)Math.Max(1, evaluations), Left(evaluations - Evaluations, EvaluationsPerSecond));
        }

        if (Purse?.Limit.Money is { } money)
        {
            yield return ("money", Purse.Spent.Money / money, null);
        }

        if (Purse?.Limit.Tokens is { } tokens)
        {
            yield return ("tokens", Purse.Spent.Tokens / (double)tokens, null);
        }
    }

    private static TimeSpan? Left(int amount, double perSecond) =>
        amount <= 0 ? TimeSpan.Zero
        : perSecond > 0 && amount / perSecond < TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(amount / perSecond)
        : null;
}
