using System.Numerics;
using Cambrian.Numerics.LinearAlgebra;

namespace Cambrian.Numerics.Analysis;

/// <summary>Sums of products of shifted sequences: directly when short, through Fourier transforms when long.</summary>
public static class Convolution
{
    // Up to here the direct sums are faster, and as exact as sums can be.
    private const int Direct = 256;

    /// <summary>cₖ = Σ aᵢ bₖ₋ᵢ.</summary>
    /// <param name="a">n long.</param>
    /// <param name="b">m long.</param>
    /// <returns>n + m − 1 coefficients; none when a or b is empty.</returns>
    public static double[] Product(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.IsEmpty || b.IsEmpty)
        {
            return [];
        }

        return Math.Min(a.Length, b.Length) <= Direct ? Sum(a, b) : Transformed(a, b);
    }

    /// <summary>cₖ = Σ fᵢ fₖ₋ᵢ.</summary>
    /// <param name="f">n long.</param>
    /// <returns>2n − 1 coefficients.</returns>
    public static double[] Square(ReadOnlySpan<double> f) => Product(f, f);

    /// <summary>cₖ = Σ aᵢ bᵢ₊ₖ for k from −(n−1), in the order of k.</summary>
    /// <param name="a">n long.</param>
    /// <param name="b">m long.</param>
    /// <returns>n + m − 1 coefficients.</returns>
    public static double[] Correlation(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var reversed = a.ToArray();
        Array.Reverse(reversed);
        return Product(reversed, b);
    }

    private static double[] Sum(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var shorter = a.Length <= b.Length ? a : b;
        var longer = a.Length <= b.Length ? b : a;
        var sums = new double[a.Length + b.Length - 1];
        for (var i = 0; i < shorter.Length; i++)
        {
            Vectors.AddScaled(shorter[i], longer, sums.AsSpan(i));
        }

        return sums;
    }

    // Both sequences in one transform: with z = a + ib, the product of their transforms is (Zₖ² − conj(Z₋ₖ)²) / 4i.
    private static double[] Transformed(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var length = a.Length + b.Length - 1;
        var n = (int)BitOperations.RoundUpToPowerOf2((uint)length);
        var (real, imaginary) = (new double[n], new double[n]);
        a.CopyTo(real);
        b.CopyTo(imaginary);
        Fourier.Transform(real, imaginary);
        var (productReal, productImaginary) = (new double[n], new double[n]);
        for (var k = 0; k < n; k++)
        {
            var mirror = (n - k) & (n - 1);
            var (re, im, otherRe, otherIm) = (real[k], imaginary[k], real[mirror], -imaginary[mirror]);
            var squareRe = (re * re) - (im * im) - (otherRe * otherRe) + (otherIm * otherIm);
            var squareIm = 2 * ((re * im) - (otherRe * otherIm));
            (productReal[k], productImaginary[k]) = (squareIm / (4 * n), -squareRe / (4 * n));
        }

        Fourier.Transform(productReal, productImaginary, inverse: true);
        return productReal[..length];
    }
}
