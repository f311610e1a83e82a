using CsCheck;

namespace Cambrian.Core.Tests;

public sealed class RandomnessTests
{
    [Fact]
    public void The_generator_is_the_published_one()
    {
        // The first outputs of SplitMix64 for the state 1234567, as widely published with the reference implementation.
        ulong state = 1234567;
        Assert.Equal<ulong>([6457827717110365317, 3203168211198807973, 9817491932198370423], [Reference(ref state), Reference(ref state), Reference(ref state)]);

        for (uint seed = 0; seed < 100; seed++)
        {
            ulong own = seed;
            own = Reference(ref own);
            var random = Randomness.From((int)seed);
            Assert.Equal([(long)(Reference(ref own) >> 1), (long)(Reference(ref own) >> 1)], [random.NextInt64(), random.NextInt64()]);
        }
    }

    [Fact]
    public void Whole_numbers_stay_in_their_range_and_reach_all_of_it()
    {
        Gen.Select(Gen.Int, Gen.Int, Gen.Int).Where((_, a, b) => a < b).Sample((seed, low, high) =>
            Randomness.From(seed).Next(low, high) is var drawn && drawn >= low && drawn < high);
        var random = Randomness.From(3);
        Assert.Equal(Enumerable.Range(-3, 7), Enumerable.Range(0, 1_000).Select(_ => random.Next(-3, 4)).Distinct().Order());
        Assert.Equal(0, random.Next(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(2, 1));
    }

    [Fact]
    public void Fractions_are_uniform()
    {
        var random = Randomness.From(7);
        var draws = Enumerable.Range(0, 100_000).Select(_ => random.NextDouble()).ToList();
        Assert.InRange(draws.Average(), 0.497, 0.503);
        Assert.InRange(draws.Min(), 0, 0.001);
        Assert.InRange(draws.Max(), 0.999, 1 - double.Epsilon);
    }

    [Fact]
    public void Streams_of_neighbouring_steps_differ()
    {
        var seeds = from seed in Enumerable.Range(0, 20) from step in Enumerable.Range(0, 50) from stream in Enumerable.Range(0, 3) select Randomness.Derive(seed, step, stream);
        var drawn = seeds.ToList();
        Assert.Equal(drawn.Count, drawn.Distinct().Count());
        Assert.All(drawn, seed => Assert.True(seed >= 0));
    }

    private static ulong Reference(ref ulong state)
    {
        state += 0x9e3779b97f4a7c15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
