namespace Cambrian.Numerics.Expressions;

/// <summary>Which identities a simplification may use.</summary>
public enum Algebra
{
    /// <summary>Those that hold for every double: the value stays the same, bit for bit (two NaNs count as the same).</summary>
    Floating,

    /// <summary>Also those that hold for real numbers: x + 0, x · 0, x − x, x / x, not (a below b). NaN, infinities and the sign of zero may change.</summary>
    Real,
}
