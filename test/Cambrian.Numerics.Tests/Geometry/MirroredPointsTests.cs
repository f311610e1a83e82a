using Cambrian.Numerics.Geometry;
using CsCheck;

namespace Cambrian.Numerics.Tests.Geometry;

public sealed class MirroredPointsTests
{
    [Fact]
    public void A_ring_is_its_own_mirror_image() =>
        Gen.Select(Gen.Int[4, 15], Gen.Int).Sample((count, seed) => AssertMirrored(MirroredPoints.Ring(count, new Random(seed))), iter: 100);

    [Fact]
    public void Straightening_undoes_an_affine_map() =>
        Gen.Select(Gen.Int[4, 15], Gen.Int).Sample((count, seed) =>
        {
            var ring = MirroredPoints.Ring(count, new Random(seed));
            double[] mapped = [.. ring.Chunk(2).SelectMany(point => new[] { 5 + (2 * point[0]) + point[1], (3 * point[1]) - point[0] })];
            var straight = MirroredPoints.Straighten(mapped);

            AssertMirrored(straight);
            Assert.Equal(HeilbronnHull.Smallest(ring), HeilbronnHull.Smallest(straight), 1e-9);
        }, iter: 100);

    [Fact]
    public void Whichever_of_two_images_moves_the_other_follows()
    {
        double[] before = [0.75, 0.5, 0.875, 0.25, 0.25, 0.5, 0.125, 0.25];
        double[] original = [.. before], image = [.. before];
        (original[0], image[7]) = (0.625, 1);

        Assert.Equal([0.625, 0.5, 0.875, 0.25, 0.375, 0.5, 0.125, 0.25], MirroredPoints.Follow(before, original));
        Assert.Equal([0.75, 0.5, 0.875, 1, 0.25, 0.5, 0.125, 1], MirroredPoints.Follow(before, image));
    }

    private static void AssertMirrored(double[] points)
    {
        var half = points.Length / 4;
        for (var i = 0; i < 2 * half; i += 2)
        {
            Assert.Equal(1 - points[i], points[i + (2 * half)]);
            Assert.Equal(points[i + 1], points[i + (2 * half) + 1]);
        }

        Assert.True(points.Length == 4 * half || points[^2] == 0.5);
    }
}
