using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cambrian.Numerics.Analysis;

/// <summary>Discrete Fourier transforms of complex vectors whose length is a power of two (Cooley and Tukey 1965), in place.</summary>
public static class Fourier
{
    // Roots up to that length are worked out once: two megabytes in all.
    private const int MostKept = 1 << 16;

    private static readonly Lazy<(double[] Cosines, double[] Sines)>[] Kept =
        [.. Enumerable.Range(0, BitOperations.Log2(MostKept) + 1).Select(exponent => new Lazy<(double[] Cosines, double[] Sines)>(() => Roots(1 << exponent)))];

    /// <summary>Xₖ = Σ xⱼ exp(∓2πi·jk/n); the inverse is not divided by n.</summary>
    /// <param name="real">Real parts, n long.</param>
    /// <param name="imaginary">Imaginary parts, n long.</param>
    /// <param name="inverse">Whether the sign of the exponent is plus.</param>
    /// <exception cref="ArgumentException">Lengths differ or are no power of two.</exception>
    public static void Transform(Span<double> real, Span<double> imaginary, bool inverse = false)
    {
        var n = real.Length;
        if (!BitOperations.IsPow2(n) || imaginary.Length != n)
        {
            throw new ArgumentException($"Expected as many real as imaginary parts, and a power of two; got {n} and {imaginary.Length}.", nameof(real));
        }

        Reverse(real, imaginary);
        var (cosines, sines) = n <= MostKept ? Kept[BitOperations.Log2((uint)n)].Value : Roots(n);
        for (var half = 1; half < n; half *= 2)
        {
            for (var start = 0; start < n; start += 2 * half)
            {
                Butterflies(real.Slice(start, 2 * half), imaginary.Slice(start, 2 * half), cosines.AsSpan(half, half), sines.AsSpan(half, half), inverse ? -1 : 1);
            }
        }
    }

    // Four at a time where there are four: each result is rounded as it is one by one.
    private static void Butterflies(Span<double> real, Span<double> imaginary, ReadOnlySpan<double> cosines, ReadOnlySpan<double> sines, double sign)
    {
        var half = cosines.Length;
        ref var re = ref MemoryMarshal.GetReference(real);
        ref var im = ref MemoryMarshal.GetReference(imaginary);
        ref var cosine = ref MemoryMarshal.GetReference(cosines);
        ref var sine = ref MemoryMarshal.GetReference(sines);
        var signs = Vector256.Create(sign);
        var k = 0;
        for (; k + 4 <= half; k += 4)
        {
            var (low, high) = ((nuint)k, (nuint)(k + half));
            var (c, s) = (Vector256.LoadUnsafe(ref cosine, low), Vector256.LoadUnsafe(ref sine, low) * signs);
            var (lowRe, lowIm) = (Vector256.LoadUnsafe(ref re, low), Vector256.LoadUnsafe(ref im, low));
            var (highRe, highIm) = (Vector256.LoadUnsafe(ref re, high), Vector256.LoadUnsafe(ref im, high));
            var (turnedRe, turnedIm) = ((highRe * c) - (highIm * s), (highRe * s) + (highIm * c));
            (lowRe - turnedRe).StoreUnsafe(ref re, high);
            (lowIm - turnedIm).StoreUnsafe(ref im, high);
            (lowRe + turnedRe).StoreUnsafe(ref re, low);
            (lowIm + turnedIm).StoreUnsafe(ref im, low);
        }

        for (; k < half; k++)
        {
            var (c, s) = (cosines[k], sines[k] * sign);
            var turnedRe = (real[k + half] * c) - (imaginary[k + half] * s);
            var turnedIm = (real[k + half] * s) + (imaginary[k + half] * c);
            (real[k + half], imaginary[k + half]) = (real[k] - turnedRe, imaginary[k] - turnedIm);
            (real[k], imaginary[k]) = (real[k] + turnedRe, imaginary[k] + turnedIm);
        }
    }

    // Those of the step that joins halves begin at the index half. Each root by its own sine and cosine: recurrences lose digits.
    private static (double[] Cosines, double[] Sines) Roots(int n)
    {
        var (cosines, sines) = (new double[n], new double[n]);
        for (var half = n / 2; half >= 1; half /= 2)
        {
            for (var k = 0; k < half; k++)
            {
                // Every other root of the step above, where there is one.
                var (sine, cosine) = 2 * half < n ? (-sines[(2 * half) + (2 * k)], cosines[(2 * half) + (2 * k)]) : Math.SinCos(2 * Math.PI * k / n);
                (cosines[half + k], sines[half + k]) = (cosine, -sine);
            }
        }

        return (cosines, sines);
    }

    private static void Reverse(Span<double> real, Span<double> imaginary)
    {
        for (int i = 1, j = 0; i < real.Length; i++)
        {
            var bit = real.Length >> 1;
            for (; (j & bit) != 0; bit >>= 1)
            {
                j ^= bit;
            }

            j ^= bit;
            if (i < j)
            {
                (real[i], real[j]) = (real[j], real[i]);
                (imaginary[i], imaginary[j]) = (imaginary[j], imaginary[i]);
            }
        }
    }
}
