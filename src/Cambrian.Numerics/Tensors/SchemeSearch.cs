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

    // Strides; lifting takes as long as tens of them.
    private const int LiftEvery = 100;

    // There are far more schemes of more terms than of few, and a walk that has gone up for long does not come back. Times PlusAfter.
    private const int Excursion = 4;

    /// <summary>The scheme of fewest terms met on a random walk from a scheme.</summary>
    /// <param name="start">Exact, and liftable if that is asked for.</param>
    /// <param name="patience">The walk ends after so many flips that found nothing better.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">Spent; when none is left, the walk ends.</param>
    /// <returns>Of as few terms as the start or fewer; of equals the one met last.</returns>
    public BinaryScheme Walk(BinaryScheme start, long patience, int seed, Work work)
    {
        var (found, best, latest, seeds) = (start, start, start, new RandomBits((ulong)seed));
        var (walk, above) = (NewWalk(best, ref seeds), 0L);
        for (var (left, untried) = (patience, 0); left > 0 && work.Spend(FlipCost * Stride); left -= Stride)
        {
            walk.Walk(Stride, best.Rank - 1, PlusAfter, best.Rank + Margin);
            if (walk.Rank > best.Rank)
            {
                above += Stride;
                (walk, above) = above < Excursion * (long)PlusAfter ? (walk, above) : (NewWalk(latest, ref seeds), 0);
                continue;
            }

            (latest, above) = (new BinaryScheme(best.Size, walk.Terms()), 0);
            (best, left, untried) = latest.Rank < best.Rank ? (latest, patience, 0) : (best, left, untried - 1);
            if (latest.Rank < found.Rank && untried <= 0)
            {
                // Flips may make liftable what was not, as factors that are equal modulo two need not be equal.
                (found, untried) = (Counts(latest, work) ? latest : found, LiftEvery);
            }
        }

        return latest.Rank <= found.Rank && Counts(latest, work) ? latest : found;
    }

    private bool Counts(BinaryScheme scheme, Work work) => !Liftable || SchemeLift.Lift(scheme, work) is not null;

    // Room for one more than the margin, as a walk may be at its ceiling when the ceiling comes down.
    private FlipWalk NewWalk(BinaryScheme scheme, ref RandomBits seeds) =>
        new(scheme.Terms, cyclic: false, Margin + 1, (int)seeds.Next());
}
