using Cambrian.Numerics.Combinatorics;
using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.Combinatorics;

public sealed class CapSetsTests
{
    // Sizes of the largest cap sets: OEIS A090245.
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 9)]
    [InlineData(4, 20)]
    [InlineData(5, 45)]
    [InlineData(6, 112)]
    public void Symmetry_finds_the_largest_cap_sets(int dimension, int largest)
    {
        var cap = CapSets.BySymmetry(dimension, seed: 1, new Work(200_000_000));

        AssertIsCap(dimension, cap);
        Assert.Equal(largest, cap.Length);
    }

    // Calderbank and Fishburn 1994: 236. In eight dimensions Edel's 496 was the largest known until FunSearch's 512 (Romera-Paredes et al. 2024).
    [Theory]
    [InlineData(7, 236, 1_000_000_000)]
    [InlineData(8, 512, 2_000_000_000)]
    public void Symmetry_finds_the_largest_cap_sets_known(int dimension, int largest, long operations)
    {
        var cap = CapSets.BySymmetry(dimension, seed: 1, new Work(operations));

        AssertIsCap(dimension, cap);
        Assert.Equal(largest, cap.Length);
    }

    [Fact]
    public void In_ascending_order_greed_takes_the_points_without_a_two() =>
        Assert.Equal(64, CapSets.Greedy(6, CapSets.All(6)).Length);

    [Fact]
    public void Whatever_the_order_greed_makes_a_cap_set_that_no_point_can_join() =>
        Gen.Select(Gen.Int[-1, 5], Gen.Int).Sample((dimension, seed) =>
        {
            var cap = CapSets.Greedy(dimension, CapSets.Shuffle(CapSets.All(dimension), seed));

            AssertIsCap(Math.Max(1, dimension), cap);
            Assert.Equal(cap, CapSets.Greedy(dimension, [.. cap, .. CapSets.All(dimension)]));
        }, iter: 100);

    [Fact]
    public void Numbers_that_are_no_point_are_left_out() =>
        Assert.Equal([0, 1], CapSets.Greedy(1, [-1, 3, int.MaxValue, int.MinValue, 0, 0, 1, 2]));

    [Fact]
    public void Work_ends_a_search_and_equal_arguments_give_equal_sets()
    {
        var work = new Work(5_000_000);

        Assert.Equal(CapSets.BySymmetry(5, 7, new Work(5_000_000)), CapSets.BySymmetry(5, 7, work));
        Assert.Equal(0, work.Left);
    }

    private static void AssertIsCap(int dimension, int[] cap)
    {
        Assert.Equal(cap.Length, cap.Distinct().Count());
        Assert.All(cap, point => Assert.InRange(point, 0, (int)Math.Pow(3, dimension) - 1));
        var digits = cap.Select(point => Enumerable.Range(0, dimension).Select(i => point / (int)Math.Pow(3, i) % 3).ToArray()).ToArray();
        for (var i = 0; i < cap.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var third = Enumerable.Range(0, dimension).Sum(k => (6 - digits[i][k] - digits[j][k]) % 3 * (int)Math.Pow(3, k));
                Assert.DoesNotContain(third, cap);
            }
        }
    }
}
