namespace Cambrian.Numerics.Combinatorics;

/// <summary>The points of the n-dimensional space over three elements, each as the number its digits make to base 3.</summary>
internal sealed class TernarySpace
{
    // Two points of five digits each fit one table; a point of the space is two of these.
    private const int HalfPoints = 243;

    private static readonly short[] HalfThirds = MakeThirds();

    /// <param name="dimension">n, 1 to 9.</param>
    public TernarySpace(int dimension)
    {
        (Dimension, Points) = (dimension, Power(dimension));
    }

    public int Dimension { get; }

    public int Points { get; }

    /// <summary>The point that makes a line with two others: a + b + c = 0 in every digit.</summary>
    public static int Third(int a, int b)
    {
        var (highA, highB) = (a / HalfPoints, b / HalfPoints);
        return (HalfThirds[(highA * HalfPoints) + highB] * HalfPoints) + HalfThirds[((a - (highA * HalfPoints)) * HalfPoints) + b - (highB * HalfPoints)];
    }

    /// <summary>Where a random affine map with one coefficient per digit takes each point: digits exchanged, some negated, shifted unless the origin is to stay.</summary>
    /// <param name="random">Draws the map.</param>
    /// <param name="fixesOrigin">Whether nothing is shifted.</param>
    public int[] RandomMap(Random random, bool fixesOrigin)
    {
        var places = Enumerable.Range(0, Dimension).ToArray();
        random.Shuffle(places);

        // What each digit of a point adds to its image.
        var parts = new int[3 * Dimension];
        for (var i = 0; i < Dimension; i++)
        {
            var (factor, shift) = (1 + random.Next(2), fixesOrigin ? 0 : random.Next(3));
            for (var digit = 0; digit < 3; digit++)
            {
                parts[(3 * i) + digit] = ((factor * digit) + shift) % 3 * Power(places[i]);
            }
        }

        var map = new int[Points];
        for (var point = 0; point < Points; point++)
        {
            for (var (i, rest) = (0, point); i < Dimension; (i, rest) = (i + 1, rest / 3))
            {
                map[point] += parts[(3 * i) + (rest % 3)];
            }
        }

        return map;
    }

    private static int Power(int exponent)
    {
        var power = 1;
        for (; exponent > 0; exponent--)
        {
            power *= 3;
        }

        return power;
    }

    private static short[] MakeThirds()
    {
        var thirds = new short[HalfPoints * HalfPoints];
        for (var a = 0; a < HalfPoints; a++)
        {
            for (var b = 0; b < HalfPoints; b++)
            {
                for (var place = 1; place < HalfPoints; place *= 3)
                {
                    thirds[(a * HalfPoints) + b] += (short)((6 - (a / place % 3) - (b / place % 3)) % 3 * place);
                }
            }
        }

        return thirds;
    }
}
