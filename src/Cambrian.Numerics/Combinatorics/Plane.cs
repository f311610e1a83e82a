namespace Cambrian.Numerics.Combinatorics;

/// <summary>Cities in the plane with their distances and nearest neighbours, in tables.</summary>
internal sealed class Plane
{
    private readonly double[] _distances;
    private readonly int[][] _neighbours;

    /// <param name="coordinates">x and y of each city, in turn.</param>
    /// <param name="neighbours">How many nearest neighbours of each city to list.</param>
    public Plane(ReadOnlySpan<double> coordinates, int neighbours)
    {
        Cities = coordinates.Length / 2;
        _distances = new double[Cities * Cities];
        for (var i = 0; i < Cities; i++)
        {
            for (var j = 0; j < Cities; j++)
            {
                var (dx, dy) = (coordinates[2 * i] - coordinates[2 * j], coordinates[(2 * i) + 1] - coordinates[(2 * j) + 1]);
                _distances[(i * Cities) + j] = Math.Sqrt((dx * dx) + (dy * dy));
            }
        }

        _neighbours = [.. Enumerable.Range(0, Cities).Select(i => Enumerable.Range(0, Cities)
            .Where(j => j != i).OrderBy(j => Distance(i, j)).Take(neighbours).ToArray())];
    }

    public int Cities { get; }

    public double Distance(int a, int b) => _distances[(a * Cities) + b];

    /// <summary>Nearest first.</summary>
    public ReadOnlySpan<int> Neighbours(int city) => _neighbours[city];
}
