using System.Collections.Immutable;
using Cambrian.Bench.Loops;
using Cambrian.Core;

namespace Cambrian.Bench.Archives;

/// <summary>Made-up candidates: distinct programs with scores and measures spread evenly, eight cases each.</summary>
public sealed class CandidatePool
{
    private const int CaseCount = 8;
    private readonly Candidate[] _candidates;
    private int _next;

    /// <summary>Makes the candidates beforehand, so that only the archive's own work is measured.</summary>
    public CandidatePool(int count) => _candidates = [.. Enumerable.Range(0, count).Select(Make)];

    /// <summary>Candidates not handed out so far.</summary>
    public int Left => _candidates.Length - _next;

    /// <summary>Hands out the next one.</summary>
    public Candidate Take() => _candidates[_next++];

    private static Candidate Make(int step)
    {
        var random = Randomness.From(step);
        ImmutableArray<double> cases = [.. Enumerable.Range(0, CaseCount).Select(_ => random.NextDouble())];
        var metrics = ImmutableSortedDictionary<string, double>.Empty.Add("x", random.NextDouble()).Add("y", random.NextDouble());
        var evaluation = new Evaluation { Outcome = Outcome.Valid, Score = cases.Average(), Cases = cases, Metrics = metrics, Behaviour = $"{step:x16}" };
        // Children of a seed are dealt out to the islands in turn.
        return new Candidate(step, NullProposer.ProgramOf(step), evaluation, step == 0 ? [] : [0]);
    }
}
