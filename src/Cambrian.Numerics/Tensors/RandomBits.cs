namespace Cambrian.Numerics.Tensors;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): a stream of random numbers that costs a nanosecond, for loops that cost tens.</summary>
internal struct RandomBits(ulong seed)
{
    private ulong _state = seed;

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A random number from 0 to <paramref name="bound"/> − 1.</summary>
    public int Next(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);
}
