namespace Cambrian.Core.Selectors;

/// <summary>How long nothing better came, as far as what is kept can tell.</summary>
internal static class Drought
{
    /// <summary>The newest step among candidates, and how many steps before it the first of the best came.</summary>
    public static (int Newest, int Steps) Of(IReadOnlyList<Candidate> kept)
    {
        var (newest, best) = (0, kept[0]);
        for (var index = 0; index < kept.Count; index++)
        {
            var candidate = kept[index];
            newest = Math.Max(newest, candidate.Step);
            best = candidate.Score > best.Score || (candidate.Score == best.Score && candidate.Step < best.Step) ? candidate : best;
        }

        return (newest, newest - best.Step);
    }
}
