using Cambrian.Core;

namespace Cambrian.Peers.Archives;

/// <summary>The best programs so far, as ShinkaEvolve's archive: when it is full, a newcomer that beats the worst takes its place. Counts children.</summary>
public sealed class EliteArchive : IArchive
{
    private readonly int _capacity;
    private readonly List<Candidate> _kept = [];
    private readonly Dictionary<int, int> _children = [];

    /// <summary>An empty archive.</summary>
    /// <param name="capacity">Programs at most; at least 1, 40 by default as in ShinkaEvolve.</param>
    public EliteArchive(int capacity = 40)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
        Kept = new Elites(_kept, _children);
    }

    /// <summary>What is kept: <see cref="Elites"/>.</summary>
    public IReadOnlyList<Candidate> Kept { get; }

    /// <inheritdoc/>
    public bool Add(Candidate candidate)
    {
        if (candidate.Parents.Count > 0 && _children.TryGetValue(candidate.Parents[0], out var siblings))
        {
            _children[candidate.Parents[0]] = siblings + 1;
        }

        if (_kept.Exists(other => other.Artifact.Equals(candidate.Artifact)) || !MakeRoom(candidate))
        {
            return false;
        }

        _kept.Add(candidate);
        _children.Add(candidate.Step, 0);
        return true;
    }

    private bool MakeRoom(Candidate candidate)
    {
        if (_kept.Count < _capacity)
        {
            return true;
        }

        var worst = _kept.Aggregate((one, other) => one.Beats(other) ? other : one);
        return candidate.Beats(worst) && _kept.Remove(worst) && _children.Remove(worst.Step);
    }
}
