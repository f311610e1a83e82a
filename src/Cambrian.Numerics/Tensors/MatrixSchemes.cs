using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Tensors;

/// <summary>
/// Ways to multiply an n × m by an m × p matrix with few multiplications. A size is n, m, p and the field: 2 for the field of two
/// elements, 0 for the whole numbers. A scheme is an array of numbers, term after term: the n·m coefficients of a sum of entries of
/// the first matrix, the m·p of the second, and p·n that say to which entries (k,i) of the transposed product the product of the two
/// sums is added. n, m and p outside 1 to 9 are brought into that range, and into 1 to 7 where a factor would have more than 60 numbers; arrays that are no scheme of the size count as the
/// definition of the product; arguments are not changed. Whatever is returned is a scheme of the size, exactly.
/// </summary>
public static class MatrixSchemes
{
    private const int GreatestSide = 9;
    private const int SafeSide = 7;

    /// <summary>The definition of the product: n·m·p multiplications.</summary>
    /// <param name="size">n, m, p and the field.</param>
    public static int[] Naive(int[] size) => IntegerScheme.FromBits(BinaryScheme.Naive(Shape(size))).Factors;

    /// <summary>
    /// The scheme of fewest terms met on a random walk of flips (Kauers and Moosbauer 2022), with plus transitions where it is stuck
    /// (Arai, Ichikawa and Hukushima 2024).
    /// </summary>
    /// <param name="size">n, m, p and the field.</param>
    /// <param name="scheme">Where the walk begins.</param>
    /// <param name="plusAfter">Flips after which a term is added; brought into 10 to 10,000,000.</param>
    /// <param name="margin">How many terms more than the fewest there may be meanwhile; brought into 1 to 20.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public static int[] Walk(int[] size, int[] scheme, int plusAfter, int margin, int seed, Work work) =>
        Finished(size, Search(size, plusAfter, margin).Walk(Bits(size, scheme), long.MaxValue, seed, work));

    /// <summary>
    /// The scheme of fewest terms found by way of all smaller sizes: the best of each, widened by a row or column, is where the walk
    /// for the next begins. Goes from the smallest size to this one over and over.
    /// </summary>
    /// <param name="size">n, m, p and the field.</param>
    /// <param name="scheme">A scheme of this size to begin with as well.</param>
    /// <param name="patience">Thousands of flips on one size that find nothing better; brought into 1 to 10,000,000.</param>
    /// <param name="plusAfter">As for <see cref="Walk"/>.</param>
    /// <param name="margin">As for <see cref="Walk"/>.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public static int[] Ladder(int[] size, int[] scheme, int patience, int plusAfter, int margin, int seed, Work work)
    {
        var shape = Shape(size);
        var ladder = new SchemeLadder(SchemeLadder.Sorted(shape), Search(size, plusAfter, margin), seed);
        ladder.Add(SchemeLadder.Oriented(Bits(size, scheme), SchemeLadder.Sorted(shape)));
        ladder.Climb(1000L * Math.Clamp(patience, 1, 10_000_000), work);
        return Finished(size, SchemeLadder.Oriented(ladder.Best, shape));
    }

    /// <summary>The scheme of fewer terms; of equals the first.</summary>
    public static int[] Fewer(int[] scheme, int[] other) => other.Length < scheme.Length ? other : scheme;

    private static bool OverIntegers(int[] size) => size.Length < 4 || size[3] != 2;

    private static ProductSize Shape(int[] size)
    {
        int Side(int index, int greatest) => index < size.Length ? Math.Clamp(size[index], 1, greatest) : 1;
        var shape = new ProductSize(Side(0, GreatestSide), Side(1, GreatestSide), Side(2, GreatestSide));
        return Math.Max(shape.A, Math.Max(shape.B, shape.C)) <= FlipWalk.FactorSize
            ? shape
            : new ProductSize(Side(0, SafeSide), Side(1, SafeSide), Side(2, SafeSide));
    }

    private static SchemeSearch Search(int[] size, int plusAfter, int margin) =>
        new(Math.Clamp(plusAfter, 10, 10_000_000), Math.Clamp(margin, 1, 20), OverIntegers(size));

    // Over the whole numbers only what is exact there, so that every walk begins where lifting is possible.
    private static BinaryScheme Bits(int[] size, int[] scheme)
    {
        var shape = Shape(size);
        if (scheme.Length == 0 || scheme.Length % shape.Width != 0 || scheme.Length / shape.Width > 2 * shape.Naive)
        {
            return BinaryScheme.Naive(shape);
        }

        var given = new IntegerScheme(shape, scheme);
        var bits = given.ToBits();
        return bits.IsExact() && (!OverIntegers(size) || given.IsExact()) ? bits : BinaryScheme.Naive(shape);
    }

    private static int[] Finished(int[] size, BinaryScheme scheme) => OverIntegers(size)
        ? (SchemeLift.Lift(scheme, new Work(long.MaxValue)) ?? IntegerScheme.FromBits(BinaryScheme.Naive(scheme.Size))).Factors
        : IntegerScheme.FromBits(scheme).Factors;
}
