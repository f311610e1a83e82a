using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Combinatorics;

/// <summary>
/// Finite sets U of whole numbers with few sums and many differences: numbers Σ xₖqᵏ, k below a depth m, whose digits are from an alphabet A with 0 in it and add up to at most
/// L, in base q = 2·max A + 1, so that digits of sums and differences do not mix (Gyarmati, Hennecart and Ruzsa 2007; Gerbicz 2025, arXiv 2505.16105; Zheng 2025,
/// arXiv 2506.01896). A set is the array −m, L, and the digits in ascending order. Every method accepts any array, leaves it as it is, and returns such a set.
/// </summary>
public static class DigitSets
{
    /// <summary>Deeper sets are not made: their verification takes long and gains little.</summary>
    public const int MostDepth = 4096;

    /// <summary>Larger digits are not used.</summary>
    public const int LargestDigit = 255;

    /// <summary>All digits up to one.</summary>
    /// <param name="depth">m, 1 to <see cref="MostDepth"/>.</param>
    /// <param name="largest">1 to <see cref="LargestDigit"/>.</param>
    public static int[] Interval(int depth, int largest) => Make(depth, Enumerable.Range(0, Math.Clamp(largest, 1, LargestDigit) + 1));

    /// <summary>0, and each digit up to one with a probability.</summary>
    /// <param name="depth">m, 1 to <see cref="MostDepth"/>.</param>
    /// <param name="largest">1 to <see cref="LargestDigit"/>; always a digit.</param>
    /// <param name="density">The probability.</param>
    /// <param name="seed">Any.</param>
    public static int[] Scatter(int depth, int largest, double density, int seed)
    {
        var random = new Random(seed);
        var last = Math.Clamp(largest, 1, LargestDigit);
        return Make(depth, Enumerable.Range(0, last + 1).Where(digit => digit == 0 || digit == last || random.NextDouble() < density));
    }

    /// <summary>Sums of three digits and their multiples, up to one: the part of a numerical semigroup.</summary>
    /// <param name="depth">m, 1 to <see cref="MostDepth"/>.</param>
    /// <param name="largest">1 to <see cref="LargestDigit"/>; always a digit.</param>
    /// <param name="first">A generator, at least 1.</param>
    /// <param name="second">Another.</param>
    /// <param name="third">A third.</param>
    public static int[] Semigroup(int depth, int largest, int first, int second, int third)
    {
        var last = Math.Clamp(largest, 1, LargestDigit);
        var reached = new bool[last + 1];
        (reached[0], reached[last]) = (true, true);
        for (var digit = 0; digit <= last; digit++)
        {
            foreach (var generator in (ReadOnlySpan<int>)[first, second, third])
            {
                reached[digit] |= generator > 0 && digit >= generator && reached[digit - generator];
            }
        }

        return Make(depth, Enumerable.Range(0, last + 1).Where(digit => reached[digit]));
    }

    /// <summary>The same digits at another depth, with the best bound on their sum there.</summary>
    public static int[] Deepen(int[] set, int depth) => Make(depth, Digits(set));

    /// <summary>One digit more, or one less where it is there.</summary>
    public static int[] Toggle(int[] set, int digit)
    {
        var toggled = Digits(set).ToHashSet();
        var changed = Math.Clamp(digit, 1, LargestDigit);
        if (!toggled.Remove(changed))
        {
            toggled.Add(changed);
        }

        return Make(Depth(set), toggled.Count > 1 ? toggled : [0, 1]);
    }

    /// <summary>Better alphabets nearby: one or two digits are toggled, or one moved, as long as the constant of endless depth grows.</summary>
    /// <param name="set">Where to start.</param>
    /// <param name="share">How much of the work that is left may be spent, 0 to 1.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">The share is spent.</param>
    public static int[] Climb(int[] set, double share, int seed, Work work)
    {
        var allowance = new Work((long)(work.Left * (double.IsNaN(share) ? 0.5 : Math.Clamp(share, 0, 1))));
        work.Spend(allowance.Left);
        var random = new Random(seed);
        int[] best = [.. Digits(set)];
        var (value, largest) = (Alphabet.Of(best).Exponent, best[^1]);
        for (var attempt = 0; allowance.Spend(20L * largest * largest) && attempt < 1_000_000; attempt++)
        {
            var changed = best.ToHashSet();
            for (var toggles = 1 + random.Next(3); toggles > 0; toggles--)
            {
                var digit = 1 + random.Next(largest);
                if (digit < largest && !changed.Remove(digit))
                {
                    changed.Add(digit);
                }
            }

            int[] digits = [.. changed.Order()];
            var next = Alphabet.Of(digits).Exponent;
            if (next >= value)
            {
                (best, value) = (digits, next);
            }
        }

        return Make(Depth(set), best);
    }

    /// <summary>The set whose alphabet has the larger constant at endless depth, less what its depth costs; of equals the first.</summary>
    public static int[] Better(int[] set, int[] other) => Estimate(other) > Estimate(set) ? other : set;

    /// <summary>The constant that a set's alphabet shows in the limit of endless depth.</summary>
    public static double Limit(int[] set) => 1 + Alphabet.Of([.. Digits(set)]).Exponent;

    /// <summary>About the constant that a set shows.</summary>
    public static double Estimate(int[] set)
    {
        int[] digits = [.. Digits(set)];
        var alphabet = Alphabet.Of(digits);
        var depth = Depth(set);
        var loss = Math.Log(depth) + (alphabet.Decay * digits[^1]);
        return 1 + alphabet.Exponent - (loss / (depth * Math.Log((2 * digits[^1]) + 1)));
    }

    private static int Depth(int[] set) => set.Length > 0 ? Math.Clamp(-Math.Max(set[0], -MostDepth), 1, MostDepth) : 1;

    private static IEnumerable<int> Digits(int[] set)
    {
        int[] digits = [.. set.Skip(2).Where(digit => digit is > 0 and <= LargestDigit).Append(0).Distinct().Order()];
        return digits.Length > 1 ? digits : [0, 1];
    }

    private static int[] Make(int depth, IEnumerable<int> alphabet)
    {
        int[] digits = [.. alphabet.Order()];
        var deep = Math.Clamp(depth, 1, MostDepth);
        return [-deep, Math.Max(digits[^1], (int)Math.Round(deep * Alphabet.Of(digits).MeanDigit)), .. digits];
    }
}
