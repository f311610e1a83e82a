namespace Cambrian.Numerics.Combinatorics;

/// <summary>
/// What an alphabet of digits gives at endless depth. With D(s) = Σ e^(−s·w(d)) over differences d of digits, w(d) the least x + y with x − y = d, and
/// S(s) = Σ e^(−sz) over sums z of digits, sets of depth m with digit sums up to λm have e^(m·(min log D + 2sλ)) differences and e^(m·(min log S + 2sλ)) sums
/// up to lower orders (Cramér's theorem, as in Zheng 2025, arXiv 2506.01896). The best λ has the same s in both, so the exponent is the largest
/// log(D(s)/S(s))/log q.
/// </summary>
/// <param name="Exponent">The constant less 1.</param>
/// <param name="Decay">s.</param>
/// <param name="MeanDigit">λ.</param>
internal sealed record Alphabet(double Exponent, double Decay, double MeanDigit)
{
    /// <summary>Finds s by golden sections.</summary>
    /// <param name="digits">Ascending, with 0 and at least one other.</param>
    public static Alphabet Of(int[] digits)
    {
        var (differences, sums) = (Differences(digits), Sums(digits));
        var (low, high) = (1e-3 / digits[^1], 20.0 / digits[^1]);
        double Gain(double decay) => Log(differences, decay).Value - Log(sums, decay).Value;
        var golden = (Math.Sqrt(5) - 1) / 2;
        var (left, right) = (high - (golden * (high - low)), low + (golden * (high - low)));
        var (atLeft, atRight) = (Gain(left), Gain(right));
        for (var section = 0; section < 40; section++)
        {
            if (atLeft > atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (golden * (high - low));
                atLeft = Gain(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (golden * (high - low));
                atRight = Gain(right);
            }
        }

        var decay = 0.5 * (low + high);
        return new Alphabet(Gain(decay) / Math.Log((2 * digits[^1]) + 1), decay, 0.5 * Log(sums, decay).Mean);
    }

    /// <summary>How many differences d have each w(d).</summary>
    public static int[] Differences(int[] digits)
    {
        var least = new int[digits[^1] + 1];
        Array.Fill(least, int.MaxValue);
        for (var i = 0; i < digits.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var difference = digits[i] - digits[j];
                least[difference] = Math.Min(least[difference], digits[i] + digits[j]);
            }
        }

        var counts = new int[(2 * digits[^1]) + 1];
        for (var difference = 0; difference < least.Length; difference++)
        {
            if (least[difference] < int.MaxValue)
            {
                // With its negative, which zero has not.
                counts[least[difference]] += difference == 0 ? 1 : 2;
            }
        }

        return counts;
    }

    /// <summary>1 for each sum, 0 for what is none.</summary>
    public static int[] Sums(int[] digits)
    {
        var counts = new int[(2 * digits[^1]) + 1];
        foreach (var x in digits)
        {
            foreach (var y in digits)
            {
                counts[x + y] = 1;
            }
        }

        return counts;
    }

    private static (double Value, double Mean) Log(int[] counts, double decay)
    {
        var (sum, moment, power, factor) = (0.0, 0.0, 1.0, Math.Exp(-decay));
        for (var weight = 0; weight < counts.Length; weight++, power *= factor)
        {
            sum += counts[weight] * power;
            moment += weight * counts[weight] * power;
        }

        return (Math.Log(sum), moment / sum);
    }
}
