using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cambrian.Models.Novelty;

/// <summary>
/// The embeddings of a run's programs in the order of their steps. One is added at a time, on one flow of control; any number look for
/// the nearest meanwhile, among as many of the first as they know of.
/// </summary>
public sealed class SimilarityIndex
{
    private readonly Lock _lock = new();
    private readonly List<(int Step, float[] Unit)> _entries = [];

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>A vector of length 1 in the same direction; zeros when it has no direction.</summary>
    public static float[] Unit(ReadOnlySpan<float> vector)
    {
        var sum = 0.0;
        foreach (var part in vector)
        {
            sum += (double)part * part;
        }

        var unit = new float[vector.Length];
        for (var index = 0; index < unit.Length && sum > 0 && double.IsFinite(sum); index++)
        {
            unit[index] = (float)(vector[index] / Math.Sqrt(sum));
        }

        return unit;
    }

    /// <summary>Adds a step's program; a step that is there already changes nothing.</summary>
    /// <param name="step">Not before the last one added.</param>
    /// <param name="unit">Its embedding, of length 1.</param>
    public void Add(int step, float[] unit)
    {
        lock (_lock)
        {
            if (_entries.Count == 0 || _entries[^1].Step < step)
            {
                _entries.Add((step, unit));
            }
        }
    }

    /// <summary>The greatest cosine between a vector and the first so many that there are, and the step it is from; minus infinity and −1 when there are none.</summary>
    /// <param name="unit">Of length 1.</param>
    /// <param name="first">How many of the first count.</param>
    public (double Cosine, int Step) Nearest(ReadOnlySpan<float> unit, int first)
    {
        ReadOnlySpan<(int Step, float[] Unit)> entries;
        lock (_lock)
        {
            // What is added later goes behind these, or into a new array.
            entries = CollectionsMarshal.AsSpan(_entries)[..first];
        }

        var nearest = (Cosine: double.NegativeInfinity, Step: -1);
        foreach (var (step, other) in entries)
        {
            var cosine = Cosine(unit, other);
            nearest = cosine > nearest.Cosine ? (cosine, step) : nearest;
        }

        return nearest;
    }

    /// <summary>The cosine of the angle between two vectors of length 1; 0 where they have different dimensions, as in ShinkaEvolve. The same on every processor: the order of additions does not depend on its registers.</summary>
    public static double Cosine(ReadOnlySpan<float> unit, ReadOnlySpan<float> other)
    {
        if (unit.Length != other.Length)
        {
            return 0;
        }

        var ones = MemoryMarshal.Cast<float, Vector256<float>>(unit);
        var others = MemoryMarshal.Cast<float, Vector256<float>>(other);
        var lanes = Vector256<float>.Zero;
        for (var index = 0; index < ones.Length; index++)
        {
            lanes += ones[index] * others[index];
        }

        var sum = 0.0;
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
        {
            sum += lanes[lane];
        }

        for (var index = ones.Length * Vector256<float>.Count; index < unit.Length; index++)
        {
            sum += (double)unit[index] * other[index];
        }

        return sum;
    }
}
