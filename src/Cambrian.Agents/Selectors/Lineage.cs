using Cambrian.Core;

namespace Cambrian.Agents.Selectors;

/// <summary>The tree that kept candidates form by their main parents, as positions in the list of them.</summary>
internal sealed class Lineage
{
    private readonly int[] _parent;

    /// <summary>The tree of an archive that keeps candidates in the order of their steps.</summary>
    public Lineage(IReadOnlyList<Candidate> kept)
    {
        var position = new Dictionary<int, int>(kept.Count);
        _parent = new int[kept.Count];
        Children = new int[kept.Count];
        for (var index = 0; index < kept.Count; index++)
        {
            var candidate = kept[index];
            position[candidate.Step] = index;
            _parent[index] = candidate.Parents.Count > 0 && position.TryGetValue(candidate.Parents[0], out var parent) ? parent : -1;
            if (_parent[index] >= 0)
            {
                Children[_parent[index]]++;
            }
        }
    }

    /// <summary>Kept children of each candidate: those that work.</summary>
    public int[] Children { get; }

    /// <summary>Sums a number over each candidate's clade: itself and all its descendants.</summary>
    public double[] OverClades(Func<int, double> own)
    {
        var sums = new double[_parent.Length];

        // A child comes after its parent, so one pass from the end gives every sum once and changes no candidate's own number.
        for (var index = sums.Length - 1; index >= 0; index--)
        {
            sums[index] += own(index);
            if (_parent[index] >= 0)
            {
                sums[_parent[index]] += sums[index];
            }
        }

        return sums;
    }
}
