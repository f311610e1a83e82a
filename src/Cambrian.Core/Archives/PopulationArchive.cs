namespace Cambrian.Core.Archives;

/// <summary>
/// A steady-state population: once full, each newcomer pushes out the worst of a few members drawn at random, never the
/// best. Of two that behave alike only the better is kept, on a tie the shorter. Adding takes constant time.
/// </summary>
public sealed class PopulationArchive : IArchive
{
    private readonly int _capacity;
    private readonly int _tournament;
    private readonly DistinctList _kept = new();
    private readonly Dictionary<string, int> _slotOfBehaviour = [];
    private int _best;

    /// <summary>An empty population.</summary>
    /// <param name="capacity">Members at most; at least 1.</param>
    /// <param name="tournament">Members drawn for each eviction; at least 1. More means harsher replacement.</param>
    public PopulationArchive(int capacity, int tournament)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(tournament, 1);
        (_capacity, _tournament) = (capacity, tournament);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Kept => _kept.Candidates;

    /// <inheritdoc/>
    public bool Add(Candidate candidate)
    {
        if (_kept.Contains(candidate.Artifact))
        {
            return false;
        }

        if (candidate.Evaluation.Behaviour is { Length: > 0 } behaviour && _slotOfBehaviour.TryGetValue(behaviour, out var twin))
        {
            return candidate.Beats(_kept[twin]) && Put(twin, candidate);
        }

        if (_kept.Count < _capacity)
        {
            return Put(_kept.Append(candidate), candidate);
        }

        return Victim(candidate) is { } slot && Put(slot, candidate);
    }

    private bool Put(int slot, Candidate candidate)
    {
        if (!ReferenceEquals(_kept[slot], candidate))
        {
            _slotOfBehaviour.Remove(_kept[slot].Evaluation.Behaviour);
            _kept.Replace(slot, candidate);
        }

        if (candidate.Evaluation.Behaviour.Length > 0)
        {
            _slotOfBehaviour[candidate.Evaluation.Behaviour] = slot;
        }

        if (candidate.Beats(_kept[_best]))
        {
            _best = slot;
        }

        return true;
    }

    // The stream comes from the newcomer itself, so that replaying the same candidates evicts the same members.
    private int? Victim(Candidate newcomer)
    {
        var random = Randomness.From(Convert.ToInt32(newcomer.Artifact.Id[..8], 16));
        int? worst = null;
        for (var drawn = 0; drawn < _tournament; drawn++)
        {
            var slot = random.Next(_kept.Count);
            if (slot != _best && (worst is not { } other || _kept[other].Beats(_kept[slot])))
            {
                worst = slot;
            }
        }

        // Only the best was drawn: it stays unless it is beaten and there is no other place.
        return worst ?? (_kept.Count > 1 ? (_best + 1) % _kept.Count : newcomer.Beats(_kept[_best]) ? _best : null);
    }
}
