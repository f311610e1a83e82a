using Cambrian.Numerics.Geometry;
using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Tests.Geometry;

public sealed class KissingPointsTests
{
    [Theory]
    [InlineData(8, 240)] // E₈: 16 axes and 14 blocks of the extended Hamming code, Conway and Sloane 1999, table 1.5.
    [InlineData(10, 500)] // P₁₀ᵦ: 20 axes and 30 blocks, the Steiner system S(3, 4, 10), ibid.
    public void The_search_finds_classical_arrangements(int dimension, int published) =>
        Assert.Equal(published, KissingPoints.Search(dimension, 1, new Work(100_000_000)).Length / dimension);

    [Fact]
    public void Vectors_are_as_far_apart_as_they_are_long()
    {
        var vectors = KissingPoints.Greedy(7, 3).Chunk(7).ToArray();
        Assert.All(vectors, vector => Assert.Equal(4, vector.Sum(x => x * x)));
        Assert.All(vectors.SelectMany((x, i) => vectors.Skip(i + 1).Select(y => x.Zip(y, (a, b) => (a - b) * (a - b)).Sum())), distance => Assert.True(distance >= 4));
    }

    [Fact]
    public void Any_dimension_is_brought_into_range() => Assert.Equal(8, KissingPoints.Axes(-5).Length / 4);
}
