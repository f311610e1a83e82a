namespace Cambrian.Numerics.Analysis;

/// <summary>Discrete Fourier transforms of complex vectors whose length is a power of two (Cooley and Tukey 1965), in place.</summary>
public static class Fourier
{
    /// <summary>Xₖ = Σ xⱼ exp(∓2πi·jk/n); the inverse is not divided by n.</summary>
    /// <param name="real">Real parts, n long.</param>
    /// <param name="imaginary">Imaginary parts, n long.</param>
    /// <param name="inverse">Whether the sign of the exponent is plus.</param>
    /// <exception cref="ArgumentException">Lengths differ or are no power of two.</exception>
    public static void Transform(Span<double> real, Span<double> imaginary, bool inverse = false)
    {
        var n = real.Length;
        if (!System.Numerics.BitOperations.IsPow2(n) || imaginary.Length != n)
        {
            throw new ArgumentException($"Expected as many real as imaginary parts, and a power of two; got {n} and {imaginary.Length}.", nameof(real));
        }

        Reverse(real, imaginary);
        var (cosines, sines) = Roots(n, inverse);
        for (var half = 1; half < n; half *= 2)
        {
            var stride = n / (2 * half);
            for (var start = 0; start < n; start += 2 * half)
            {
                Butterflies(real.Slice(start, 2 * half), imaginary.Slice(start, 2 * half), cosines, sines, stride);
            }
        }
    }

    private static void Butterflies(Span<double> real, Span<double> imaginary, double[] cosines, double[] sines, int stride)
    {
        var half = real.Length / 2;
        var (lowReal, highReal, lowImaginary, highImaginary) = (0, half, 0, half);
        for (var root = 0; lowReal < half; lowReal++, highReal++, lowImaginary++, highImaginary++, root += stride)
        {
            var (c, s) = (cosines[root], sines[root]);
            var re = (real[highReal] * c) - (imaginary[highImaginary] * s);
            var im = (real[highReal] * s) + (imaginary[highImaginary] * c);
            (real[highReal], imaginary[highImaginary]) = (real[lowReal] - re, imaginary[lowImaginary] - im);
            (real[lowReal], imaginary[lowImaginary]) = (real[lowReal] + re, imaginary[lowImaginary] + im);
        }
    }

    // Each root by its own sine and cosine: recurrences lose digits.
    private static (double[] Cosines, double[] Sines) Roots(int n, bool inverse)
    {
        var (cosines, sines) = (new double[Math.Max(1, n / 2)], new double[Math.Max(1, n / 2)]);
        for (var k = 0; k < cosines.Length; k++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * k / n);
            (cosines[k], sines[k]) = (cosine, inverse ? sine : -sine);
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
