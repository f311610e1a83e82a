using System.Globalization;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;

namespace Cambrian.Terminal;

/// <summary>Writes a problem's scores for people: in its own direction, with its unit, with as many digits as say something.</summary>
/// <param name="direction">The problem's own direction; oriented scores are turned back.</param>
/// <param name="unit">For instance "% excess bins"; may be empty.</param>
internal sealed class ScoreFormat(Direction direction, string unit)
{
    /// <summary>The format of a problem's scores.</summary>
    public static ScoreFormat Of(ProblemFolder folder) => new(folder.File.Direction, folder.File.Unit);

    /// <summary>What the score is measured in; may be empty.</summary>
    public string Unit => unit;

    /// <summary>"smaller is better" or "greater is better".</summary>
    public string Better => direction == Direction.Minimise ? "smaller is better" : "greater is better";

    /// <summary>Turns an oriented score back into the problem's own direction.</summary>
    public double Own(double oriented) => direction == Direction.Minimise ? -oriented : oriented;

    /// <summary>An oriented score without its unit.</summary>
    public string Oriented(double oriented) => Number(Own(oriented));

    /// <summary>An oriented score with its unit.</summary>
    public string OrientedWithUnit(double oriented) => WithUnit(Own(oriented));

    /// <summary>A score in the problem's own direction, with its unit.</summary>
    public string WithUnit(double own) => (unit.Length, double.IsFinite(own)) switch
    {
        (0, _) or (_, false) => Number(own),
        _ => $"{Number(own)} {unit}",
    };

    /// <summary>A number with six significant digits, trailing zeros dropped, and without an exponent where it can be read at a glance.</summary>
    public static string Number(double value) => Number(value, significant: 6);

    /// <summary>The same with three significant digits, for figures that are no more precise than that.</summary>
    public static string Short(double value) => Number(value, significant: 3);

    /// <summary>A whole number with thousands separators.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A share of a whole, for instance "12.3 %"; "–" when the whole is nothing.</summary>
    public static string Share(double part, double whole) =>
        whole > 0 ? $"{(100 * part / whole).ToString("0.0", CultureInfo.InvariantCulture)} %" : "–";

    /// <summary>A rate, for instance "1,240/s" or "0.42/s".</summary>
    public static string Rate(double perSecond) =>
        !double.IsFinite(perSecond) ? "–" : perSecond.ToString(perSecond >= 100 ? "#,0" : perSecond >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture) + "/s";

    private static string Number(double value, int significant)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "not a number" : "none";
        }

        var size = Math.Abs(value);
        if (size is not 0 and (< 1e-5 or >= 1e12))
        {
            return value.ToString("0.#####e+0", CultureInfo.InvariantCulture);
        }

        var digits = size < 1e-12 ? 0 : Math.Clamp(significant - 1 - (int)Math.Floor(Math.Log10(size)), 0, 10);
        var text = Math.Round(value, digits).ToString(size >= 10_000 ? "#,0.######" : "0.##########", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
