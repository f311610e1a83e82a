using System.Globalization;
using System.Text.RegularExpressions;

namespace Cambrian.CSharp.Text;

/// <summary>Changes the spelling of a number to that of a nearby one; works for the literals of most languages.</summary>
public static partial class Numbers
{
    private static readonly double[] Favourites = [0, 0.5, 1, 2, 10];

    /// <summary>A different number of the same kind: whole numbers stay whole, others keep their point, suffixes stay.</summary>
    /// <param name="literal">A decimal literal without sign, for instance "12", "0.5", "1e-3f" or "10_000u64".</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="spread">Standard deviation of the change's logarithm; null draws one, log-uniform from 0.003 to 1.</param>
    /// <returns>Never the literal itself; null when it is no such literal.</returns>
    public static string? Mutate(string literal, Random random, double? spread = null)
    {
        if (Pattern().Match(literal) is not { Success: true } match)
        {
            return null;
        }

        var suffix = match.Groups["suffix"].Value;
        var number = match.Groups["number"].Value.Replace("_", "", StringComparison.Ordinal);
        if (number == "0" && suffix.Length > 0 && suffix[0] is 'x' or 'X' or 'b' or 'B' or 'o' or 'O')
        {
            // Hexadecimal, binary, octal: bits, not an amount.
            return null;
        }

        var isWhole = number.AsSpan().IndexOfAny('.', 'e', 'E') < 0 && !IsRealSuffix(suffix);
        var sigma = spread ?? Math.Pow(10, (random.NextDouble() * 2.5) - 2.5);
        var mutated = (isWhole ? MutateWhole(number, random, sigma, leaps: spread is null) : MutateReal(number, random, sigma)) is { } changed ? changed + suffix : null;
        return mutated == literal ? null : mutated;
    }

    /// <summary>A number from the normal distribution with mean 0 and deviation 1 (Box and Muller 1958).</summary>
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static string? MutateWhole(string number, Random random, double sigma, bool leaps)
    {
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var changed = random.Next(4) switch
        {
            0 when leaps => Leap(value, random),
            1 => Scaled(value * Math.Exp(Normal(random) * sigma), value),
            _ => value,
        };
        changed = changed == value ? value + (random.Next(2) == 0 ? 1 : -1) : changed;
        return (changed < 0 ? value + 1 : changed).ToString(CultureInfo.InvariantCulture);
    }

    // Counts of rounds, sizes of neighbourhoods: what helps is often decades away, and nothing on the way there may.
    private static long Leap(long value, Random random)
    {
        var factor = Math.Pow(10, random.NextDouble() * 2);
        return Scaled(random.Next(3) == 0 ? value / factor : Math.Max(1, value) * factor, value);
    }

    private static long Scaled(double wanted, long otherwise) => wanted > int.MaxValue ? otherwise : (long)Math.Round(wanted);

    private static string? MutateReal(string number, Random random, double sigma)
    {
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return null;
        }

        var changed = value == 0 ? Math.Pow(10, (random.NextDouble() * 4) - 3) : value * Math.Exp(Normal(random) * sigma);
        if (random.Next(20) == 0)
        {
            changed = Favourites[random.Next(Favourites.Length)];
        }

        // Digits far below the change's own size say nothing.
        var digits = Math.Clamp((int)Math.Ceiling(3 - Math.Log10(sigma)), 3, 15);
        return double.IsFinite(changed) ? Spell(double.Parse(changed.ToString($"G{digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>A real number as most languages read it: with a point or an exponent.</summary>
    internal static string Spell(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal).Replace("e+", "e", StringComparison.Ordinal);
        return text.AsSpan().IndexOfAny('.', 'e') < 0 ? text + ".0" : text;
    }

    private static bool IsRealSuffix(string suffix) => suffix is "f" or "F" or "d" or "D" or "m" or "M" or "f32" or "f64" or "_f32" or "_f64";

    [GeneratedRegex(@"^(?<number>[0-9][0-9_]*(\.[0-9_]*)?([eE][+-]?[0-9]+)?)(?<suffix>_?[A-Za-z][A-Za-z0-9]*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
