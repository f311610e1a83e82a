using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Tensors;

/// <summary>
/// From the field of two elements to the whole numbers (Hensel lifting; Kauers and Moosbauer 2022, arXiv 2212.01175, section 4):
/// coefficients that are right modulo 2ᵏ are made right modulo 2ᵏ⁺¹ by linear equations modulo two, whose left side stays the same.
/// </summary>
internal static class SchemeLift
{
    // Coefficients of known schemes are tiny; what is not whole by then has a denominator.
    private const int LastPower = 8;

    /// <summary>A scheme over the whole numbers that is this one modulo two; null when none was found.</summary>
    /// <param name="scheme">Exact over the field of two elements.</param>
    /// <param name="work">Spent by the elimination, which ends in any case.</param>
    public static IntegerScheme? Lift(BinaryScheme scheme, Work work)
    {
        var lifted = IntegerScheme.FromBits(scheme);

        // Elimination prefers the columns that come first: zeros stay zero where signs alone are enough.
        int[] unknowns = [.. Enumerable.Range(0, lifted.Factors.Length).OrderBy(i => lifted.Factors[i] == 0)];
        var basis = Jacobian(lifted, unknowns);
        for (var power = 1; power <= LastPower; power++)
        {
            if (basis.Solve(Bits(lifted.Excess(), power)) is not { } change)
            {
                break;
            }

            lifted = Changed(lifted, unknowns, change, power);
            if (Symmetric(lifted, power + 1) is var whole && whole.IsExact())
            {
                work.Spend(basis.Cost);
                return whole;
            }
        }

        work.Spend(basis.Cost);
        return null;
    }

    // Column u: how the sum changes, modulo two, when coefficient u does: the product of the two other factors.
    private static BinaryBasis Jacobian(IntegerScheme scheme, int[] unknowns)
    {
        var size = scheme.Size;
        var equations = size.A * size.B * size.C;
        var basis = new BinaryBasis(equations, unknowns.Length);
        foreach (var unknown in unknowns)
        {
            var start = unknown - (unknown % size.Width);
            var column = new ulong[(equations + 63) / 64];
            foreach (var x in Support(scheme, start, unknown, 0, size.A))
            {
                foreach (var y in Support(scheme, start, unknown, size.A, size.B))
                {
                    foreach (var z in Support(scheme, start, unknown, size.A + size.B, size.C))
                    {
                        var bit = (((x * size.B) + y) * size.C) + z;
                        column[bit / 64] |= 1UL << (bit % 64);
                    }
                }
            }

            basis.Add(column);
        }

        return basis;
    }

    // Where a factor is odd; where it is the factor of the unknown, the unknown's place alone.
    private static IEnumerable<int> Support(IntegerScheme scheme, int start, int unknown, int offset, int count)
    {
        var place = unknown - start - offset;
        return place >= 0 && place < count ? [place] : Enumerable.Range(0, count).Where(i => (scheme.Factors[start + offset + i] & 1) != 0);
    }

    private static ulong[] Bits(long[] excess, int power)
    {
        var bits = new ulong[(excess.Length + 63) / 64];
        for (var i = 0; i < excess.Length; i++)
        {
            bits[i / 64] |= (ulong)(excess[i] >> power & 1) << (i % 64);
        }

        return bits;
    }

    private static IntegerScheme Changed(IntegerScheme scheme, int[] unknowns, ulong[] change, int power)
    {
        int[] factors = [.. scheme.Factors];
        for (var i = 0; i < unknowns.Length; i++)
        {
            factors[unknowns[i]] += (int)(change[i / 64] >> (i % 64) & 1) << power;
        }

        return scheme with { Factors = factors };
    }

    // Modulo 2ᵏ, from −2ᵏ⁻¹ + 1 to 2ᵏ⁻¹.
    private static IntegerScheme Symmetric(IntegerScheme scheme, int power)
    {
        var modulus = 1 << power;
        return scheme with { Factors = [.. scheme.Factors.Select(number => number > modulus / 2 ? number - modulus : number)] };
    }
}
