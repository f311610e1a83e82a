using Cambrian.Numerics.Combinatorics;
using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.Combinatorics;

public sealed class SortingNetworksTests
{
    // The fewest comparators: OEIS A003075.
    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 5)]
    [InlineData(5, 9)]
    [InlineData(6, 12)]
    [InlineData(7, 16)]
    [InlineData(8, 19)]
    public void A_beam_finds_the_shortest_networks(int channels, int fewest)
    {
        var network = SortingNetworks.Beam(channels, [], width: 100, mirrored: false, seed: 1, new Work(1_000_000_000));

        AssertSorts(channels, network);
        Assert.Equal(fewest, network.Length / 2);
    }

    [Theory]
    [InlineData(9, 25, 100)]
    [InlineData(10, 29, 1000)]
    [InlineData(11, 35, 100)]
    [InlineData(12, 39, 100)]
    public void A_mirrored_beam_finds_the_shortest_longer_networks(int channels, int fewest, int width)
    {
        var network = SortingNetworks.Beam(channels, [], width, mirrored: true, seed: 1, new Work(2_000_000_000));

        AssertSorts(channels, network);
        Assert.Equal(fewest, network.Length / 2);
    }

    [Fact]
    public void Neighbours_in_turn_sort() =>
        Assert.All(Enumerable.Range(2, 9), channels =>
        {
            var network = SortingNetworks.Neighbours(channels);

            AssertSorts(channels, network);
            Assert.Equal(channels * (channels - 1) / 2, network.Length / 2);
        });

    [Fact]
    public void Every_method_returns_a_network_that_sorts_whatever_it_is_given() =>
        Gen.Select(Gen.Int[-1, 8], Gen.Int[-2, 9].Array[0, 40], Gen.Int[0, 3], Gen.Int).Sample((channels, network, method, seed) =>
        {
            int[] before = [.. network];
            var work = new Work(200_000);
            var made = method switch
            {
                0 => SortingNetworks.Prune(channels, network),
                1 => SortingNetworks.Replace(channels, network, seed % 10, seed),
                2 => SortingNetworks.Beam(channels, network, seed % 20, seed % 2 == 0, seed, work),
                _ => SortingNetworks.Shorten(channels, network, seed % 20, seed % 2 == 0, seed, work),
            };

            Assert.Equal(before, network);
            AssertSorts(Math.Clamp(channels, 2, 16), made);
        }, iter: 300);

    [Fact]
    public void Comparators_that_do_nothing_are_pruned() =>
        Assert.Equal([0, 1, 1, 2, 0, 1], SortingNetworks.Prune(3, [0, 1, 0, 1, 1, 2, 0, 1, 1, 2]));

    [Fact]
    public void Equal_arguments_give_equal_networks() =>
        Assert.Equal(SortingNetworks.Shorten(7, [], 3, true, 5, new Work(1_000_000)), SortingNetworks.Shorten(7, [], 3, true, 5, new Work(1_000_000)));

    private static void AssertSorts(int channels, int[] network)
    {
        for (var input = 0; input < 1 << channels; input++)
        {
            var values = Enumerable.Range(0, channels).Select(i => input >> i & 1).ToArray();
            for (var i = 0; i < network.Length; i += 2)
            {
                var (low, high) = (network[i], network[i + 1]);
                Assert.InRange(low, 0, high - 1);
                (values[low], values[high]) = (Math.Min(values[low], values[high]), Math.Max(values[low], values[high]));
            }

            Assert.Equal(values.Order(), values);
        }
    }
}
