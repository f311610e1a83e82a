using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Combinatorics;

/// <summary>
/// Comparator networks: pairs of channels i &lt; j in turn, each of which puts the smaller of the two values on channel i. Channels
/// are 0 to n − 1; numbers of channels outside 2 to 16 are brought into that range, pairs that are no comparator are left
/// out, and arguments are not changed. Every method that takes a network returns one that sorts.
/// </summary>
public static class SortingNetworks
{
    /// <summary>The network that compares neighbours, n rounds of even and odd pairs in turn: n(n−1)/2 comparators.</summary>
    /// <param name="channels">n.</param>
    public static int[] Neighbours(int channels)
    {
        channels = Channels(channels);
        return [.. Enumerable.Range(0, channels).SelectMany(round => Enumerable.Range(0, channels - 1)
            .Where(i => (i + round) % 2 == 0).SelectMany(i => (int[])[i, i + 1]))];
    }

    /// <summary>Without the comparators that never exchange anything; where it does not sort, comparators are added.</summary>
    /// <param name="channels">n.</param>
    /// <param name="network">Any.</param>
    public static int[] Prune(int channels, int[] network) => Complete(Channels(channels), Pairs(channels, network), new Random(0), new Work(long.MaxValue));

    /// <summary>The network without some comparators, then completed.</summary>
    /// <param name="channels">n.</param>
    /// <param name="network">Any.</param>
    /// <param name="count">How many comparators are taken out, at random places; brought into the range from 0 to all.</param>
    /// <param name="seed">Any.</param>
    public static int[] Replace(int channels, int[] network, int count, int seed)
    {
        var random = new Random(seed);
        return Complete(Channels(channels), Without(Pairs(channels, network), count, random), random, new Work(long.MaxValue));
    }

    /// <summary>
    /// Builds a network comparator by comparator, many at once: of all continuations, those that leave the fewest outputs stay
    /// (beam search), equals in random order.
    /// </summary>
    /// <param name="channels">n.</param>
    /// <param name="network">What every network begins with; a network of no comparators is fine.</param>
    /// <param name="width">How many networks of each length stay; brought into 1 to 100,000.</param>
    /// <param name="mirrored">Whether each comparator comes with its mirror image, from the other end: short networks often look so (Valsalam and Miikkulainen 2013).</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">Spent by each continuation; when none is left, the best network is completed greedily.</param>
    public static int[] Beam(int channels, int[] network, int width, bool mirrored, int seed, Work work)
    {
        var n = Channels(channels);
        var random = new Random(seed);
        var beam = new NetworkBeam(n, Math.Clamp(width, 1, 100_000), mirrored, random);
        return Complete(n, beam.Follow(Pairs(n, network), work), random, work);
    }

    /// <summary>The shortest network found by taking comparators out and completing what is left again (<see cref="Beam"/>), over and over, never accepting a longer one.</summary>
    /// <param name="channels">n.</param>
    /// <param name="network">Any.</param>
    /// <param name="width">As for <see cref="Beam"/>. More make better networks, and fewer of them.</param>
    /// <param name="mirrored">As for <see cref="Beam"/>.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public static int[] Shorten(int channels, int[] network, int width, bool mirrored, int seed, Work work) => BasinHopping.Maximise(
        Prune(channels, network),
        found => -found.Length,
        (best, random) => Beam(channels, Cut(best, random), width, mirrored, random.Next(), work),
        seed,
        work);

    /// <summary>The network with fewer comparators; of equals the first.</summary>
    public static int[] Shorter(int[] network, int[] other) => other.Length < network.Length ? other : network;

    private static int Channels(int channels) => Math.Clamp(channels, 2, 16);

    private static List<(int Low, int High)> Pairs(int channels, int[] network)
    {
        var pairs = new List<(int Low, int High)>();
        for (var i = 0; i + 1 < network.Length; i += 2)
        {
            if (network[i] >= 0 && network[i] < network[i + 1] && network[i + 1] < Channels(channels))
            {
                pairs.Add((network[i], network[i + 1]));
            }
        }

        return pairs;
    }

    // Short of some comparators anywhere, or of all after some place.
    private static int[] Cut(int[] network, Random random)
    {
        var pairs = Pairs(16, network);
        return random.Next(2) == 0
            ? [.. Without(pairs, 1 + random.Next(pairs.Count), random).SelectMany(pair => (int[])[pair.Low, pair.High])]
            : network[..(2 * random.Next(pairs.Count))];
    }

    private static List<(int Low, int High)> Without(List<(int Low, int High)> pairs, int count, Random random)
    {
        for (var taken = Math.Clamp(count, 0, pairs.Count); taken > 0; taken--)
        {
            pairs.RemoveAt(random.Next(pairs.Count));
        }

        return pairs;
    }

    // Drops what does nothing, then adds the comparator that leaves the fewest outputs, one of equals at random, until all is sorted.
    private static int[] Complete(int channels, List<(int Low, int High)> pairs, Random random, Work work)
    {
        var outputs = new Outputs(channels);
        List<int> network = [];
        foreach (var (low, high) in pairs)
        {
            if (outputs.Compare(low, high))
            {
                network.AddRange([low, high]);
            }
        }

        work.Spend(outputs.Cost * (pairs.Count + 1));
        var trial = outputs.Copy();
        while (!outputs.Sorted)
        {
            var (low, high) = Best(channels, outputs, trial, random);
            outputs.Compare(low, high);
            network.AddRange([low, high]);
            work.Spend(outputs.Cost * channels * channels);
        }

        return [.. network];
    }

    private static (int Low, int High) Best(int channels, Outputs outputs, Outputs trial, Random random)
    {
        var (best, fewest, equals) = ((Low: 0, High: 1), int.MaxValue, 0);
        for (var low = 0; low < channels; low++)
        {
            for (var high = low + 1; high < channels; high++)
            {
                trial.Set(outputs);
                if (!trial.Compare(low, high))
                {
                    continue;
                }

                var count = trial.Count;
                equals = count < fewest ? 1 : count == fewest ? equals + 1 : equals;
                if (count < fewest || (count == fewest && random.Next(equals) == 0))
                {
                    (best, fewest) = ((low, high), count);
                }
            }
        }

        return best;
    }
}
