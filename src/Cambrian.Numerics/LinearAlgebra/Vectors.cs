using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cambrian.Numerics.LinearAlgebra;

/// <summary>Sums over vectors of equal length, taken in the same order on every machine.</summary>
internal static class Vectors
{
    /// <summary>Σ aᵢbᵢ over the length of a.</summary>
    // Four lanes whatever the machine has: wider ones would round differently.
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (sums, more) = (Vector256<double>.Zero, Vector256<double>.Zero);
        ref var p = ref MemoryMarshal.GetReference(a);
        ref var q = ref MemoryMarshal.GetReference(b);
        nuint i = 0;
        var length = (nuint)a.Length;
        for (; i + 8 <= length; i += 8)
        {
            sums += Vector256.LoadUnsafe(ref p, i) * Vector256.LoadUnsafe(ref q, i);
            more += Vector256.LoadUnsafe(ref p, i + 4) * Vector256.LoadUnsafe(ref q, i + 4);
        }

        var sum = Vector256.Sum(sums + more);
        for (; i < length; i++)
        {
            sum += a[(int)i] * b[(int)i];
        }

        return sum;
    }

    /// <summary>Adds s·a to b.</summary>
    public static void AddScaled(double scale, ReadOnlySpan<double> a, Span<double> b)
    {
        var factor = Vector256.Create(scale);
        ref var p = ref MemoryMarshal.GetReference(a);
        ref var q = ref MemoryMarshal.GetReference(b);
        nuint i = 0;
        var length = (nuint)a.Length;
        for (; i + 4 <= length; i += 4)
        {
            (Vector256.LoadUnsafe(ref q, i) + (factor * Vector256.LoadUnsafe(ref p, i))).StoreUnsafe(ref q, i);
        }

        for (; i < length; i++)
        {
            b[(int)i] += scale * a[(int)i];
        }
    }
}
