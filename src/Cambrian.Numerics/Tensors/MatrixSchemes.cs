using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Tensors;

/// <summary>
/// Ways to multiply an n × m by an m × p matrix with few multiplications. A scheme is an array of numbers that begins with n, m, p and
/// the field, 2 for the field of two elements or 0 for the whole numbers. Its terms follow, each of them the n·m coefficients of a sum of
/// entries of the first matrix, the m·p of the second, and p·n that say to which entries (k,i) of the transposed product the product of
/// the two sums is added. n, m, p and field alone, and anything else that is no scheme, count as the definition of the product; n, m and
/// p outside 1 to 9 are brought into that range, and into 1 to 7 where a factor would have more than 60 numbers. Arguments are not
/// changed. Whatever is returned is a scheme, exactly.
/// </summary>
public static class MatrixSchemes
{
    private const int Header = 4;
    private const int GreatestSide = 9;
    private const int SafeSide = 7;
    private const int LadderMargin = 2;

    /// <summary>The definition of the product: n·m·p multiplications.</summary>
    /// <param name="scheme">n, m, p and the field; what follows is ignored.</param>
    public static int[] Naive(int[] scheme) => Written(scheme, IntegerScheme.FromBits(BinaryScheme.Naive(Size(scheme))));

    /// <summary>
    /// The scheme of fewest terms met on a random walk of flips (Kauers and Moosbauer 2022), with plus transitions where it is stuck
    /// (Arai, Ichikawa and Hukushima 2024).
    /// </summary>
    /// <param name="scheme">Where the walk begins.</param>
    /// <param name="plusAfter">Flips after which a term is added; brought into 2,000 to 10,000,000.</param>
    /// <param name="margin">How many terms more than the fewest there may be meanwhile; brought into 1 to 10.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public static int[] Walk(int[] scheme, int plusAfter, int margin, int seed, Work work) =>
        Finished(scheme, Search(scheme, plusAfter, margin).Walk(Read(scheme), long.MaxValue, seed, work));

    /// <summary>
    /// The scheme of fewest terms found by way of all smaller sizes: the best of each, widened by a row or column, is where a walk
    /// for the next begins, or a scheme of the same size, or the definition. Climbs to this size over and over.
    /// </summary>
    /// <param name="scheme">To begin with as well.</param>
    /// <param name="patience">Thousands of flips on one size that find nothing better; brought into 1,000 to 10,000,000.</param>
    /// <param name="plusAfter">As for <see cref="Walk"/>; ten and a hundred times as many are tried as well.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public static int[] Ladder(int[] scheme, int patience, int plusAfter, int seed, Work work)
    {
        var (start, sorted) = (Read(scheme), SchemeLadder.Sorted(Size(scheme)));
        var ladder = new SchemeLadder(sorted, Search(scheme, plusAfter, LadderMargin), seed);
        ladder.Add(SchemeLadder.Oriented(start, sorted));
        ladder.Climb(1000L * Math.Clamp(patience, 1000, 10_000_000), work);
        return Finished(scheme, SchemeLadder.Oriented(ladder.Best, start.Size));
    }

    /// <summary>
    /// For square matrices, the scheme of fewest terms found among those that stay as they are when the factors of all terms are
    /// rotated (Moosbauer and Poole 2025), each walk from another choice of what is fixed. For others the scheme as it is.
    /// </summary>
    /// <param name="scheme">What there is already.</param>
    /// <param name="patience">Thousands of flips that find nothing better, after which a new walk begins; brought into 1 to 10,000,000.</param>
    /// <param name="plusAfter">As for <see cref="Walk"/>.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public static int[] Cyclic(int[] scheme, int patience, int plusAfter, int seed, Work work)
    {
        var given = Read(scheme);
        var (side, steps) = (given.Size.N, 1000L * Math.Clamp(patience, 1, 10_000_000));
        return Finished(scheme, given.Size.IsSquare && side > 1
            ? new CyclicSearch(side, Search(scheme, plusAfter, LadderMargin)).Search(given, steps, seed, work)
            : given);
    }

    /// <summary>The scheme of fewer terms; of equals the first.</summary>
    public static int[] Fewer(int[] scheme, int[] other)
    {
        var (first, second) = (Read(scheme), Read(other));
        return first.Size == second.Size && OverIntegers(scheme) == OverIntegers(other) && second.Rank < first.Rank ? Finished(other, second) : Finished(scheme, first);
    }

    private static bool OverIntegers(int[] scheme) => scheme.Length < Header || scheme[Header - 1] != 2;

    private static ProductSize Size(int[] scheme)
    {
        int Side(int index, int greatest) => index < scheme.Length ? Math.Clamp(scheme[index], 1, greatest) : 1;
        var size = new ProductSize(Side(0, GreatestSide), Side(1, GreatestSide), Side(2, GreatestSide));
        return Math.Max(size.A, Math.Max(size.B, size.C)) <= FlipWalk.FactorSize
            ? size
            : new ProductSize(Side(0, SafeSide), Side(1, SafeSide), Side(2, SafeSide));
    }

    private static SchemeSearch Search(int[] scheme, int plusAfter, int margin) =>
        new(Math.Clamp(plusAfter, 2000, 10_000_000), Math.Clamp(margin, 1, 10), OverIntegers(scheme));

    // Over the whole numbers only what is exact there, so that every walk begins where lifting is possible.
    private static BinaryScheme Read(int[] scheme)
    {
        var size = Size(scheme);
        var count = scheme.Length - Header;
        if (count <= 0 || count % size.Width != 0 || count / size.Width > 2 * size.Naive)
        {
            return BinaryScheme.Naive(size);
        }

        var given = new IntegerScheme(size, scheme[Header..]);
        var bits = given.ToBits();
        return bits.IsExact() && (!OverIntegers(scheme) || given.IsExact()) ? bits : BinaryScheme.Naive(size);
    }

    private static int[] Finished(int[] scheme, BinaryScheme found) => Written(scheme, OverIntegers(scheme)
        ? SchemeLift.Lift(found, new Work(long.MaxValue)) ?? IntegerScheme.FromBits(BinaryScheme.Naive(found.Size))
        : IntegerScheme.FromBits(found));

    private static int[] Written(int[] scheme, IntegerScheme found) =>
        [found.Size.N, found.Size.M, found.Size.P, OverIntegers(scheme) ? 0 : 2, .. found.Factors];
}
