using System.Globalization;

namespace Cambrian.Numerics.Expressions;

/// <summary>Decimal digits of numbers.</summary>
public static class Digits
{
    /// <summary>The nearest number with so many significant decimal digits; NaN and infinities stay.</summary>
    /// <param name="value">What to round.</param>
    /// <param name="significant">1 to 17.</param>
    public static double Round(double value, int significant)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(significant, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(significant, 17);
        return double.IsFinite(value) ? double.Parse(value.ToString($"E{significant - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : value;
    }
}
