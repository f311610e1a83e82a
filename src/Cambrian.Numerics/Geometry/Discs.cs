using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Geometry;

/// <summary>What packings of discs in any container share. Discs are x, y and radius of each in turn.</summary>
internal static class Discs
{
    // (x−x')² + (y−y')² − (r+r')² over x, y, r, x', y', r'.
    private static readonly double[] Apart =
    [
        2, 0, 0, -2, 0, 0,
        0, 2, 0, 0, -2, 0,
        0, 0, -2, 0, 0, -2,
        -2, 0, 0, 2, 0, 0,
        0, -2, 0, 0, 2, 0,
        0, 0, -2, 0, 0, -2,
    ];

    /// <summary>The sum of the radii.</summary>
    public static double Sum(double[] discs)
    {
        var sum = 0.0;
        for (var i = 2; i < discs.Length; i += 3)
        {
            sum += discs[i];
        }

        return sum;
    }

    /// <summary>Between the centres of discs at two places.</summary>
    public static double Distance(double[] discs, int i, int j)
    {
        var (dx, dy) = (discs[i] - discs[j], discs[i + 1] - discs[j + 1]);
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    /// <summary>To the nearest centre of another disc before an end.</summary>
    public static double Nearest(double[] discs, int i, int end)
    {
        var nearest = double.PositiveInfinity;
        for (var j = 0; j < end; j += 3)
        {
            nearest = j == i ? nearest : Math.Min(nearest, Distance(discs, i, j));
        }

        return nearest;
    }

    /// <summary>Adds that one disc overlaps none before it.</summary>
    /// <param name="constraints">Over all numbers of the discs, and maybe more.</param>
    /// <param name="disc">Its number.</param>
    public static void KeepApart(QuadraticConstraints constraints, int disc)
    {
        for (var other = 0; other < disc; other++)
        {
            constraints.Add([3 * disc, (3 * disc) + 1, (3 * disc) + 2, 3 * other, (3 * other) + 1, (3 * other) + 2], [0, 0, 0, 0, 0, 0], 0, Apart);
        }
    }

    /// <summary>Shrinks a disc, and those before it that it overlaps, until it overlaps none exactly.</summary>
    public static void Tighten(double[] discs, int i)
    {
        for (var j = 0; j < i; j += 3)
        {
            var distance = Distance(discs, i, j);
            if (discs[i + 2] + discs[j + 2] > distance - 1e-12)
            {
                discs[j + 2] = Math.Min(discs[j + 2], distance);
                discs[i + 2] = Math.Min(discs[i + 2], Math.Max(0, distance - discs[j + 2]));
                Separate(discs, i, j);
            }
        }
    }

    private static void Separate(double[] discs, int i, int j)
    {
        while (ExactDiscs.Overlap(discs.AsSpan(i, 3), discs.AsSpan(j, 3)))
        {
            var larger = (discs[i + 2] >= discs[j + 2] ? i : j) + 2;
            discs[larger] = Math.BitDecrement(discs[larger]);
        }
    }
}
