using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Tensors;

/// <summary>How to walk, and what counts as found.</summary>
/// <param name="PlusAfter">Flips without a reduction after which a term is added (Arai, Ichikawa and Hukushima 2024).</param>
/// <param name="Margin">How many terms more than the fewest found there may be.</param>
/// <param name="Liftable">Whether only schemes count that can be lifted to the whole numbers.</param>
internal sealed record SchemeSearch(int PlusAfter, int Margin, bool Liftable)
{
    // A flip takes about as long as a hundred operations of other kernels.
    private const long FlipCost = 100;

    private const int Stride = 1000;

    /// <summary>The scheme of fewest terms met on a random walk from a scheme.</summary>
    /// <param name="start">Exact, and liftable if that is asked for.</param>
    /// <param name="patience">The walk ends after so many flips that found nothing better.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">Spent; when none is left, the walk ends.</param>
    /// <returns>Of as few terms as the start or fewer; of equals the one met last.</returns>
    public BinaryScheme Walk(BinaryScheme start, long patience, int seed, Work work)
    {
        var (best, latest, seeds) = (start, start, new RandomBits((ulong)seed));
        var walk = NewWalk(best, ref seeds);
        for (var left = patience; left > 0 && work.Spend(FlipCost * Stride); left -= Stride)
        {
            walk.Walk(Stride, best.Rank - 1, PlusAfter, best.Rank + Margin);
            if (walk.Rank > best.Rank)
            {
                continue;
            }

            latest = new BinaryScheme(best.Size, walk.Terms());
            if (latest.Rank < best.Rank && Counts(latest, work))
            {
                (best, left) = (latest, patience);
            }
            else if (latest.Rank < best.Rank)
            {
                // What cannot be lifted stays so, whatever is flipped: back to where it could.
                (latest, walk) = (best, NewWalk(best, ref seeds));
            }
        }

        return Counts(latest, work) ? latest : best;
    }

    private bool Counts(BinaryScheme scheme, Work work) => !Liftable || SchemeLift.Lift(scheme, work) is not null;

    // Room for one more than the margin, as a walk may be at its ceiling when the ceiling comes down.
    private FlipWalk NewWalk(BinaryScheme scheme, ref RandomBits seeds) =>
        new(scheme.Terms, cyclic: false, Margin + 1, (int)seeds.Next());
}
