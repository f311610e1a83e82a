using Cambrian.Models.Novelty;
using CsCheck;

namespace Cambrian.Models.Tests.Novelty;

public sealed class SimilarityIndexTests
{
    private static readonly Gen<float[]> Vectors = Gen.OneOf(Gen.Float[-2, 2].Array[19], Gen.Float[-2, 2].Array[16], Gen.Const(new float[19]), Gen.Const(Enumerable.Repeat(1e-30f, 19).ToArray()));

    [Fact]
    public void What_grew_one_by_one_finds_what_comparing_with_all_finds() => Vectors.Array[0, 60].Select(Vectors, Gen.Int[0, 60], (kept, asked, first) => (kept, asked, Math.Min(first, kept.Length))).Sample(
        (kept, asked, first) =>
        {
            var index = new SimilarityIndex();
            List<double> nearest = [];
            for (var step = 0; step < kept.Length; step++)
            {
                index.Add(step * 3, SimilarityIndex.Unit(kept[step]));
                nearest.Add(index.Nearest(SimilarityIndex.Unit(asked), step + 1).Cosine);
            }

            for (var count = 1; count <= kept.Length; count++)
            {
                Assert.Equal(kept.Take(count).Max(other => Cosine(asked, other)), nearest[count - 1], 1e-5);
            }

            // What came later changes nothing for whoever knows of the first alone.
            var (cosine, found) = index.Nearest(SimilarityIndex.Unit(asked), first);
            Assert.Equal(first == 0 ? double.NegativeInfinity : nearest[first - 1], cosine);
            Assert.Equal(first == 0 ? -1 : kept.Take(first).Select((other, step) => (SimilarityIndex.Cosine(SimilarityIndex.Unit(asked), SimilarityIndex.Unit(other)), -3 * step)).Max().Item2 * -1, found);
        });

    [Fact]
    public void A_step_is_there_once()
    {
        var index = new SimilarityIndex();
        index.Add(4, [1, 0]);
        index.Add(4, [0, 1]);
        Assert.Equal((1, 0.0), (index.Count, index.Nearest([0, 1], 1).Cosine));
    }

    [Fact]
    public async Task Many_look_while_one_adds()
    {
        var index = new SimilarityIndex();
        index.Add(0, SimilarityIndex.Unit([1, 1, 0]));
        using var over = new CancellationTokenSource();
        var looking = Enumerable.Range(0, 4).Select(async _ =>
        {
            await Task.Yield();
            while (!over.IsCancellationRequested)
            {
                Assert.Equal((0.7071, 0), (Math.Round(index.Nearest([1, 0, 0], 1).Cosine, 4), index.Nearest([1, 0, 0], 1).Step));
            }
        }).ToList();
        for (var step = 1; step < 20_000; step++)
        {
            index.Add(step, [1, 0, 0]);
        }

        await over.CancelAsync();
        await Task.WhenAll(looking);
    }

    // By the definition, in double precision; a vector of zeros, or of another dimension, resembles nothing.
    private static double Cosine(float[] one, float[] other)
    {
        double Product(float[] left, float[] right) => left.Zip(right, (a, b) => (double)a * b).Sum();
        var lengths = Math.Sqrt(Product(one, one)) * Math.Sqrt(Product(other, other));
        return one.Length != other.Length || lengths == 0 ? 0 : Product(one, other) / lengths;
    }
}
