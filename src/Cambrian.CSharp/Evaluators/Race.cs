using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Cambrian.Contracts;
using Cambrian.Core;

namespace Cambrian.CSharp.Evaluators;

/// <summary>One candidate's way through the stages.</summary>
internal sealed class Race(CSharpEvaluatorOptions options, int cases, Artifact artifact, Evaluation? rival)
{
    private const string Length = "length";
    private readonly List<ReadOnlyMemory<byte>> _answers = [];
    private readonly List<CaseScore> _scores = [];

    /// <summary>Cases run, at least 1.</summary>
    public int Cost => Math.Max(1, _scores.Count);

    /// <summary>Runs the loaded candidate until it is through, breaks a rule, or is out of the race.</summary>
    /// <exception cref="WorkerException">The candidate threw, crashed or was killed.</exception>
    public async Task<Evaluation> RunAsync(Testbed testbed, CancellationToken cancellation)
    {
        foreach (var (stage, end) in options.Stages.Where(stage => stage < cases).Append(cases).Index())
        {
            var first = _scores.Count;
            var answers = await testbed.RunAsync(first, end, options.TimeLimit, cancellation).ConfigureAwait(false);
            _answers.Add(answers);
            _scores.AddRange(await testbed.ScoreAsync(first, answers, cancellation).ConfigureAwait(false));
            if (Fault() is { } fault)
            {
                return fault;
            }

            if (_scores.Count != end)
            {
                return Evaluation.None(Outcome.Failed, $"{_scores.Count - first} answers came back for {end - first} cases.") with { Cost = Cost };
            }

            if (end < cases && (Below(stage) ?? StopReason()) is { } reason)
            {
                return Describe() with { Complete = false, Feedback = reason };
            }
        }

        var metrics = await testbed.MetricsAsync(_answers, cancellation).ConfigureAwait(false);
        var evaluation = Describe();
        if (options.Checked && !(evaluation.Score <= rival?.Score) && await DisagreementAsync(testbed, cancellation).ConfigureAwait(false) is { } disagreement)
        {
            return Evaluation.None(Outcome.Invalid, disagreement) with { Cost = Cost };
        }

        return evaluation with { Metrics = evaluation.Metrics.SetItems(metrics), Behaviour = Behaviour() };
    }

    /// <summary>Runs the loaded candidate through one case, whatever comes before it.</summary>
    /// <exception cref="WorkerException">The candidate threw, crashed or was killed.</exception>
    public async Task<Evaluation> RunCaseAsync(Testbed testbed, int index, CancellationToken cancellation)
    {
        var answers = await testbed.RunAsync(index, index + 1, options.TimeLimit, cancellation).ConfigureAwait(false);
        _scores.AddRange(await testbed.ScoreAsync(index, answers, cancellation).ConfigureAwait(false));
        return _scores is not [var score] ? Evaluation.None(Outcome.Failed, $"{_scores.Count} answers came back for case {index}.") with { Cost = Cost }
            : score.Fault is null && double.IsFinite(score.Value) ? Describe() with { Complete = false }
            : Broken(index, score);
    }

    // Every new best of a run beats its own parent, so this is a function of the candidate and its rival alone.
    private async Task<string?> DisagreementAsync(Testbed testbed, CancellationToken cancellation)
    {
        var checks = await testbed.CheckAsync(_answers, cancellation).ConfigureAwait(false);
        return _scores.Zip(checks, Agreement.Fault).Index().Where(fault => fault.Item is not null).Select(fault => $"Case {fault.Index}: {fault.Item}").FirstOrDefault();
    }

    private Evaluation? Fault()
    {
        var broken = _scores.FindIndex(score => score.Fault is not null || !double.IsFinite(score.Value));
        return broken < 0 ? null : Broken(broken, _scores[broken]);
    }

    private Evaluation Broken(int index, CaseScore score) =>
        Evaluation.None(Outcome.Invalid, $"Case {index}: {score.Fault ?? $"the score is {score.Value}"}") with { Cost = Cost };

    private string? Below(int stage) => stage < options.Bars.Count && Bar(stage) is var bar && Mean(Oriented) < bar
        ? string.Create(CultureInfo.InvariantCulture, $"below the bar of {options.Bars[stage]} after {_scores.Count} cases")
        : null;

    private double Bar(int stage) => options.Direction == Direction.Maximise ? options.Bars[stage] : -options.Bars[stage];

    // Only what a candidate and its rival did on the same cases is compared, so the answer depends on nothing else.
    private string? StopReason()
    {
        if (rival is null || rival.Cases.Length < _scores.Count)
        {
            return null;
        }

        var (own, other) = (Mean(Oriented), Mean(index => rival.Cases[index]));
        if (own < other - (options.Slack * Math.Abs(other)))
        {
            return $"trails its parent after {_scores.Count} cases";
        }

        var same = Enumerable.Range(0, _scores.Count).All(index => Oriented(index) == rival.Cases[index]);
        return same && artifact.Length >= rival.Metrics.GetValueOrDefault(Length, double.PositiveInfinity)
            ? $"does as its parent on the first {_scores.Count} cases and is not shorter"
            : null;
    }

    private Evaluation Describe() => new()
    {
        Outcome = Outcome.Valid,
        Score = Mean(Oriented),
        Cases = [.. Enumerable.Range(0, _scores.Count).Select(Oriented)],
        Metrics = ImmutableSortedDictionary<string, double>.Empty.Add(Length, artifact.Length),
        Cost = Cost,
    };

    private double Mean(Func<int, double> value)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var index = 0; index < _scores.Count; index++)
        {
            sum += _scores[index].Weight * value(index);
            weight += _scores[index].Weight;
        }

        return sum / weight;
    }

    private double Oriented(int index) => options.Direction == Direction.Maximise ? _scores[index].Value : -_scores[index].Value;

    private string Behaviour()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var answer in _answers)
        {
            hash.AppendData(answer.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
