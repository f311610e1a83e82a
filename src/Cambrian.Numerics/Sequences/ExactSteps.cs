using Cambrian.Numerics.Exact;

namespace Cambrian.Numerics.Sequences;

/// <summary>
/// Step functions in whole numbers, so that sums of products of heights are exact. A height is read as a whole multiple of a unit,
/// the value of the last binary digit of the largest height, rounded down: 53 digits and a sign. Of heights close to zero this drops digits
/// that a double still has; the function with the heights so rounded is the one that counts.
/// </summary>
public static class ExactSteps
{
    /// <summary>The most steps whose sums are sure to fit: 2¹⁶.</summary>
    public const int MostSteps = 1 << 16;

    private const int Digits = 53;

    /// <summary>The heights in units; all zero when all heights are.</summary>
    /// <param name="heights">Finite, at most <see cref="MostSteps"/>.</param>
    /// <exception cref="ArgumentException">A height is infinite or not a number, or there are too many.</exception>
    public static long[] Whole(ReadOnlySpan<double> heights)
    {
        if (heights.Length > MostSteps)
        {
            throw new ArgumentException($"{heights.Length} steps; at most {MostSteps} are summed exactly.", nameof(heights));
        }

        var exact = new Dyadic[heights.Length];
        var largest = (Dyadic)0.0;
        for (var i = 0; i < heights.Length; i++)
        {
            exact[i] = heights[i];
            largest = Dyadic.Max(largest, Dyadic.Abs(exact[i]));
        }

        var unit = largest.Sign == 0 ? 0 : largest.Magnitude - Digits + 1;
        return [.. exact.Select(height => (long)Units(height, unit))];
    }

    /// <summary>cₖ = Σ fᵢ fₖ₋ᵢ in squares of the unit, 2n − 1 of them.</summary>
    public static Int128[] Autoconvolution(ReadOnlySpan<long> heights)
    {
        var sums = new Int128[Math.Max(0, (2 * heights.Length) - 1)];
        for (var i = 0; i < heights.Length; i++)
        {
            for (var j = 0; j < heights.Length; j++)
            {
                sums[i + j] += (Int128)heights[i] * heights[j];
            }
        }

        return sums;
    }

    /// <summary>Σ hᵢ hᵢ₊ₖ in squares of the unit for k from 0 to n − 1.</summary>
    public static Int128[] Autocorrelation(ReadOnlySpan<long> heights)
    {
        var sums = new Int128[heights.Length];
        for (var i = 0; i < heights.Length; i++)
        {
            for (var j = i; j < heights.Length; j++)
            {
                sums[j - i] += (Int128)heights[i] * heights[j];
            }
        }

        return sums;
    }

    private static System.Numerics.BigInteger Units(Dyadic height, int unit)
    {
        var rounded = height.RoundTo(unit, up: false);
        return rounded.Sign == 0 ? 0 : rounded.Mantissa << (rounded.Exponent - unit);
    }
}
