namespace Cambrian.Core;

/// <summary>
/// Picks a run's winner on cases the search never saw: the best few on the training cases are measured in full on the
/// validation cases. Only the first of the ranking should then be scored, once, on the sealed cases.
/// </summary>
public sealed class HoldOut
{
    private readonly IEvaluator _validation;
    private readonly int _finalists;
    private readonly int _parallel;

    /// <summary>A choice among the best few.</summary>
    /// <param name="validation">Measures on the validation cases.</param>
    /// <param name="finalists">How many are measured at most; at least 1.</param>
    /// <param name="parallel">How many at a time; at least 1, default 1.</param>
    public HoldOut(IEvaluator validation, int finalists, int parallel = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(finalists, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(parallel, 1);
        (_validation, _finalists, _parallel) = (validation, finalists, parallel);
    }

    /// <summary>Measures the finalists: the best by training score, no two of the same content or behaviour.</summary>
    /// <param name="candidates">Those to choose from: usually what the archive keeps.</param>
    /// <param name="cancellation">Obeyed as the evaluator obeys it.</param>
    /// <returns>All finalists, the winner first: valid ones by validation score, equal ones by training score, then the shorter, then the older.</returns>
    public async Task<IReadOnlyList<Finalist>> RankAsync(IEnumerable<Candidate> candidates, CancellationToken cancellation)
    {
        var chosen = Best(candidates);
        var ranked = new Finalist[chosen.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = _parallel, CancellationToken = cancellation };
        await Parallel.ForAsync(0, chosen.Count, options, async (index, token) =>
            ranked[index] = new Finalist(chosen[index], await _validation.EvaluateAsync(chosen[index].Artifact, rival: null, token).ConfigureAwait(false))).ConfigureAwait(false);

        // The sort is stable, so equal validation scores stay in the order of training.
        return [.. ranked.OrderByDescending(finalist => finalist.Validation is { Outcome: Outcome.Valid, Score: var score } ? score : double.NegativeInfinity)];
    }

    private List<Candidate> Best(IEnumerable<Candidate> candidates)
    {
        HashSet<string> seen = [];
        List<Candidate> best = [];
        foreach (var candidate in candidates.Order(Comparer<Candidate>.Create((a, b) => a.Beats(b) ? -1 : b.Beats(a) ? 1 : 0)))
        {
            var distinct = seen.Add(candidate.Artifact.Id) & (candidate.Evaluation.Behaviour.Length == 0 || seen.Add(candidate.Evaluation.Behaviour));
            if (distinct && best.Count < _finalists)
            {
                best.Add(candidate);
            }
        }

        return best;
    }
}
