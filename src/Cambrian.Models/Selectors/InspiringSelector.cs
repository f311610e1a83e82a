using Cambrian.Core;

namespace Cambrian.Models.Selectors;

/// <summary>Adds inspirations for a model behind the parents of another selector: the best that are kept, and others drawn at random.</summary>
public sealed class InspiringSelector : ISelector
{
    private readonly ISelector _inner;
    private readonly int _top;
    private readonly int _others;

    /// <summary>A selector.</summary>
    /// <param name="inner">Chooses the parents.</param>
    /// <param name="top">How many of the best are added at most.</param>
    /// <param name="others">How many others are drawn.</param>
    public InspiringSelector(ISelector inner, int top, int others)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        ArgumentOutOfRangeException.ThrowIfNegative(others);
        (_inner, _top, _others) = (inner, top, others);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random)
    {
        List<Candidate> chosen = [.. _inner.Select(kept, random)];
        var parents = chosen.Select(parent => parent.Artifact.Id).ToHashSet(StringComparer.Ordinal);
        chosen.AddRange(Best(kept, parents));
        for (var drawn = 0; drawn < _others; drawn++)
        {
            chosen.Add(kept[random.Next(kept.Count)]);
        }

        return chosen;
    }

    // One pass: an archive may hold a million.
    private List<Candidate> Best(IReadOnlyList<Candidate> kept, HashSet<string> parents)
    {
        List<Candidate> best = [];
        foreach (var candidate in _top > 0 ? kept : [])
        {
            if ((best.Count < _top || candidate.Beats(best[^1])) && !parents.Contains(candidate.Artifact.Id) && !best.Exists(other => other.Artifact.Equals(candidate.Artifact)))
            {
                best.Insert(best.TakeWhile(other => !candidate.Beats(other)).Count(), candidate);
                best.RemoveRange(Math.Min(best.Count, _top), best.Count - Math.Min(best.Count, _top));
            }
        }

        return best;
    }
}
