using Cambrian.Core;

namespace Cambrian.Peers.Archives;

/// <summary>
/// Keeps the programs that are best on some case, all of those that are equally good, and the best of all. As a case's best score only
/// grows, whoever falls off all fronts never comes back: parents chosen case by case are the same as if everything had been kept. Of two
/// with equal scores on all cases only the better stays.
/// </summary>
public sealed class CaseFrontArchive : IArchive
{
    private readonly int _capacity;
    private readonly CaseFronts _fronts = new();
    private readonly List<Candidate> _kept = [];
    private readonly HashSet<string> _artifacts = new(StringComparer.Ordinal);
    private Candidate? _best;

    /// <summary>An empty archive.</summary>
    /// <param name="capacity">Programs at most; at least 1. Above it the worst go that are alone on no front, so that more stay only where there are more cases.</param>
    public CaseFrontArchive(int capacity = 1_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Kept => _kept;

    /// <inheritdoc/>
    public bool Add(Candidate candidate)
    {
        if (_artifacts.Contains(candidate.Artifact.Id))
        {
            return false;
        }

        var raised = _fronts.Raise(candidate);
        var leads = _best is null || candidate.Beats(_best);
        if (!leads && !_fronts.Holds(candidate))
        {
            return false;
        }

        var twin = raised ? null : _kept.Find(other => CaseFronts.Scores(other).SequenceEqual(CaseFronts.Scores(candidate)));
        if (twin is not null && !candidate.Beats(twin))
        {
            return false;
        }

        _best = leads ? candidate : _best;
        Replace(twin, candidate);
        Prune(raised || leads);
        return _artifacts.Contains(candidate.Artifact.Id);
    }

    private void Replace(Candidate? twin, Candidate candidate)
    {
        if (twin is not null)
        {
            Remove(twin);
        }

        _kept.Add(candidate);
        _artifacts.Add(candidate.Artifact.Id);
    }

    private void Prune(bool changed)
    {
        if (changed)
        {
            foreach (var fallen in _kept.FindAll(other => !ReferenceEquals(other, _best) && !_fronts.Holds(other)))
            {
                Remove(fallen);
            }
        }

        if (_kept.Count > _capacity)
        {
            _fronts.Count(_kept);
            var superfluous = _kept.FindAll(other => !ReferenceEquals(other, _best) && !_fronts.Needs(other));
            if (superfluous.Count > 0)
            {
                Remove(superfluous.Aggregate((worst, other) => worst.Beats(other) ? other : worst));
            }
        }
    }

    private void Remove(Candidate candidate)
    {
        _kept.RemoveAt(_kept.FindIndex(other => ReferenceEquals(other, candidate)));
        _artifacts.Remove(candidate.Artifact.Id);
    }
}
