namespace Cambrian.Core;

/// <summary>Reproducible randomness: every stream is a function of numbers that are written down.</summary>
public static class Randomness
{
    /// <summary>The seed of one stream of one step.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="step">The step's number.</param>
    /// <param name="stream">Which stream of that step, for instance 0 to choose and 1 to propose.</param>
    public static int Derive(int seed, int step, int stream) =>
        (int)(Mix(Mix(Mix((uint)seed) + (uint)step) + (uint)stream) >> 33);

    /// <summary>A stream that gives the same numbers on every machine and runtime (SplitMix64).</summary>
    public static Random From(int seed) => new SplitMix(Mix((uint)seed));

    // Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators", figure 15 (variant 13 of Stafford's finalizers).
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private sealed class SplitMix(ulong state) : Random(0)
    {
        private ulong _state = state;

        public override int Next() => (int)NextBelow(int.MaxValue);

        public override int Next(int maxValue) => (int)NextBelow((ulong)CheckedNotNegative(maxValue));

        public override int Next(int minValue, int maxValue) => (int)(minValue + (long)NextBelow((ulong)CheckedNotNegative((long)maxValue - minValue)));

        public override long NextInt64() => (long)(NextRaw() >> 1);

        public override long NextInt64(long maxValue) => (long)NextBelow((ulong)CheckedNotNegative(maxValue));

        public override long NextInt64(long minValue, long maxValue) => minValue + (long)NextBelow((ulong)CheckedNotNegative(maxValue - minValue));

        public override double NextDouble() => (NextRaw() >> 11) * (1.0 / (1L << 53));

        public override float NextSingle() => (NextRaw() >> 40) * (1.0f / (1 << 24));

        public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

        public override void NextBytes(Span<byte> buffer)
        {
            foreach (ref var value in buffer)
            {
                value = (byte)(NextRaw() >> 56);
            }
        }

        protected override double Sample() => NextDouble();

        private static long CheckedNotNegative(long span)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(span);
            return span;
        }

        private ulong NextRaw()
        {
            var value = Mix(_state);
            _state += 0x9E3779B97F4A7C15;
            return value;
        }

        // The high half of a 128-bit product: uniform to within 2^-64 × bound, no loop.
        private ulong NextBelow(ulong bound) => Math.BigMul(NextRaw(), bound, out _);
    }
}
