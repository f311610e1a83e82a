using Cambrian.Numerics.Statistics;

namespace Cambrian.Numerics.Geometry;

/// <summary>Changes to arrangements of points in the unit cube, the d coordinates of each in turn; made in place.</summary>
internal static class PointMoves
{
    /// <summary>Points at random places.</summary>
    public static double[] Scatter(int count, int dimension, Random random) =>
        [.. Enumerable.Range(0, count * dimension).Select(_ => random.NextDouble())];

    /// <summary>A copy of the whole points among numbers; those that are not finite become 0, those beyond ±1e6 are cut there.</summary>
    public static double[] Sane(double[] points, int dimension) =>
        [.. points.Take(points.Length / dimension * dimension).Select(number => double.IsNaN(number) ? 0 : Math.Clamp(number, -1e6, 1e6))];

    /// <summary>A sane copy, moved and scaled to fit the unit cube as large as possible.</summary>
    public static double[] InCube(double[] points, int dimension)
    {
        var sane = Sane(points, dimension);
        var lowest = Enumerable.Range(0, dimension).Select(k => sane.Where((_, i) => i % dimension == k).DefaultIfEmpty().Min()).ToArray();
        var extent = sane.Select((x, i) => x - lowest[i % dimension]).DefaultIfEmpty().Max();
        return [.. sane.Select((x, i) => extent > 0 ? (x - lowest[i % dimension]) / extent : 0)];
    }

    /// <summary>Puts random points to random places.</summary>
    public static double[] Relocate(double[] points, int dimension, int count, Random random)
    {
        for (var moved = Math.Clamp(count, 0, points.Length / dimension); moved > 0; moved--)
        {
            var i = dimension * random.Next(points.Length / dimension);
            for (var k = 0; k < dimension; k++)
            {
                points[i + k] = random.NextDouble();
            }
        }

        return points;
    }

    /// <summary>Moves all coordinates by a normal draw of a standard deviation.</summary>
    public static double[] Jitter(double[] points, double distance, Random random)
    {
        for (var i = 0; i < points.Length; i++)
        {
            points[i] += distance * NormalDistribution.Sample(random);
        }

        return points;
    }

    /// <summary>The moves of a search for better arrangements: all points jittered by 0.003 to 0.3, or one to three relocated.</summary>
    public static double[] Change(double[] points, int dimension, Random random) => random.Next(3) == 0
        ? Jitter(points, Math.Pow(10, -0.5 - (2 * random.NextDouble())), random)
        : Relocate(points, dimension, 1 + random.Next(3), random);

    /// <summary>A distance that can be worked with: 0 to 10, not-a-number becomes 0.</summary>
    public static double Distance(double distance) => double.IsNaN(distance) ? 0 : Math.Clamp(distance, 0, 10);
}
