using System.Numerics;

namespace Cambrian.Numerics.Exact;

/// <summary>
/// Real roots of polynomials with whole coefficients, found without rounding: halves of an interval are searched as long as Descartes' rule
/// of signs leaves more than one root in them (Collins and Akritas 1976; Rouillier and Zimmermann 2004).
/// </summary>
public static class RealRoots
{
    // Simple roots closer than 2⁻²⁰⁰ of their size are not expected; multiple roots would be halved forever.
    private const int MostHalvings = 256;

    /// <summary>Encloses the largest positive root, which must be simple, as must all that are hard to tell from it.</summary>
    /// <param name="coefficients">That of xᵏ at k; the last one not zero.</param>
    /// <param name="digits">The enclosure is narrower than 2 to the minus this, for a root of about 1.</param>
    /// <param name="root">Receives an interval with the root in it and no other; where the polynomial changes sign.</param>
    /// <returns>False when there is no positive root, or roots are multiple or too close together.</returns>
    public static bool TryLargest(ReadOnlySpan<BigInteger> coefficients, int digits, out Interval root)
    {
        root = default;
        var places = Bound(coefficients);

        // In u = x/2ᵖ all positive roots lie between 0 and 1.
        var scaled = Scale(coefficients, places);
        if (Isolate(scaled, MostHalvings, out var start, out var depth) != true)
        {
            return false;
        }

        var (low, width) = (new Dyadic(start, places - depth), new Dyadic(BigInteger.One, places - depth));
        var high = low + width;
        var sign = Math.Sign(coefficients[^1].Sign);
        for (; width.Magnitude > -digits; width = width.Shift(-1))
        {
            var middle = (low + high).Shift(-1);
            (low, high) = Sign(coefficients, middle) == sign ? (low, middle) : (middle, high);
        }

        root = new Interval(low, high);
        return true;
    }

    /// <summary>The sign of a polynomial.</summary>
    /// <param name="coefficients">That of xᵏ at k.</param>
    /// <param name="x">Where.</param>
    public static int Sign(ReadOnlySpan<BigInteger> coefficients, Dyadic x)
    {
        var value = (Dyadic)BigInteger.Zero;
        for (var k = coefficients.Length - 1; k >= 0; k--)
        {
            value = (value * x) + coefficients[k];
        }

        return value.Sign;
    }

    // 2ᵖ above all roots (Fujiwara 1916: twice the largest k-th root of |aₙ₋ₖ/aₙ|).
    private static int Bound(ReadOnlySpan<BigInteger> coefficients)
    {
        var lead = BigInteger.Abs(coefficients[^1]).GetBitLength();
        var places = 0.0;
        for (var k = 1; k < coefficients.Length; k++)
        {
            var quotient = BigInteger.Abs(coefficients[^(k + 1)]).GetBitLength() - lead + 1;
            places = Math.Max(places, (double)quotient / k);
        }

        return (int)Math.Ceiling(places) + 1;
    }

    private static BigInteger[] Scale(ReadOnlySpan<BigInteger> coefficients, int places)
    {
        var scaled = coefficients.ToArray();
        for (var k = 0; k < scaled.Length; k++)
        {
            scaled[k] <<= places * k;
        }

        return scaled;
    }

    // The largest root of p in (0, 1), between start and start + 1 in units of 2^−depth. False when there is none, null when that was not found out.
    private static bool? Isolate(BigInteger[] polynomial, int halvings, out BigInteger start, out int depth)
    {
        (start, depth) = (BigInteger.Zero, 0);
        var changes = Changes(polynomial);
        if (changes <= 1 || halvings == 0)
        {
            return changes switch { 0 => false, 1 => true, _ => null };
        }

        var left = Halve(polynomial);
        var right = Shift(left);
        var found = Isolate(right, halvings - 1, out start, out depth);
        if (found == true)
        {
            start += BigInteger.One << depth;
        }
        else if (found is null || (right[0].IsZero && right[1].IsZero))
        {
            return null;
        }
        else if (right[0].IsZero)
        {
            // A root in the middle belongs to neither half; this is a simple one.
            (start, depth, found) = (BigInteger.One, 0, true);
        }
        else
        {
            found = Isolate(left, halvings - 1, out start, out depth);
        }

        depth++;
        return found;
    }

    // 2ⁿ·p(u/2)
    private static BigInteger[] Halve(BigInteger[] polynomial)
    {
        var halved = new BigInteger[polynomial.Length];
        for (var k = 0; k < halved.Length; k++)
        {
            halved[k] = polynomial[k] << (halved.Length - 1 - k);
        }

        return halved;
    }

    // p(u + 1), by Horner's scheme.
    private static BigInteger[] Shift(BigInteger[] polynomial)
    {
        BigInteger[] shifted = [.. polynomial];
        for (var i = 0; i < shifted.Length - 1; i++)
        {
            for (var k = shifted.Length - 2; k >= i; k--)
            {
                shifted[k] += shifted[k + 1];
            }
        }

        return shifted;
    }

    // Sign changes in the coefficients of (1 + v)ⁿ p(1/(1 + v)): at least as many as roots in (0, 1), and exactly for 0 and 1.
    private static int Changes(BigInteger[] polynomial)
    {
        BigInteger[] reversed = [.. polynomial.Reverse()];
        var (changes, last) = (0, 0);
        foreach (var coefficient in Shift(reversed))
        {
            changes += last * coefficient.Sign < 0 ? 1 : 0;
            last = coefficient.Sign == 0 ? last : coefficient.Sign;
        }

        return changes;
    }
}
