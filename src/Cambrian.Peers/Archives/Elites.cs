using System.Collections;
using Cambrian.Core;

namespace Cambrian.Peers.Archives;

/// <summary>What an archive of elites keeps, with the number of children that each had, whatever became of them.</summary>
public sealed class Elites : IReadOnlyList<Candidate>
{
    private readonly List<Candidate> _candidates;
    private readonly Dictionary<int, int> _children;

    internal Elites(List<Candidate> candidates, Dictionary<int, int> children) => (_candidates, _children) = (candidates, children);

    /// <inheritdoc/>
    public int Count => _candidates.Count;

    /// <inheritdoc/>
    public Candidate this[int index] => _candidates[index];

    /// <summary>How many admitted children name one as their main parent; 0 for one that is not kept.</summary>
    public int ChildrenOf(Candidate candidate) => _children.GetValueOrDefault(candidate.Step);

    /// <inheritdoc/>
    public IEnumerator<Candidate> GetEnumerator() => _candidates.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
