namespace Cambrian.Numerics.Expressions;

/// <summary>
/// What a node of an <see cref="Expression"/> does. Every operation means exactly what C# means by it on doubles and
/// booleans; nothing is protected: dividing by zero gives an infinity, the square root of a negative number NaN.
/// The numbers are part of the encoding and never change.
/// </summary>
public enum Operation
{
    /// <summary>A constant: <see cref="Expression.Value"/>, or as a truth 0 and 1.</summary>
    Literal = 0,

    /// <summary>An input: number <see cref="Expression.Index"/>.</summary>
    Parameter = 1,

    /// <summary>A declared function: <see cref="Expression.Function"/>.</summary>
    Call = 2,

    /// <summary>First operand true: the second, else the third.</summary>
    Conditional = 3,

    /// <summary>Unary minus.</summary>
    Negate = 10,

    /// <summary>Sum.</summary>
    Add = 11,

    /// <summary>Difference.</summary>
    Subtract = 12,

    /// <summary>Product.</summary>
    Multiply = 13,

    /// <summary>Quotient.</summary>
    Divide = 14,

    /// <summary>C#'s % on doubles: the sign of the dividend.</summary>
    Remainder = 15,

    /// <summary>The smaller; NaN when either is.</summary>
    Min = 16,

    /// <summary>The greater; NaN when either is.</summary>
    Max = 17,

    /// <summary>The first to the power of the second.</summary>
    Pow = 18,

    /// <summary>Angle of the point (second, first).</summary>
    Atan2 = 19,

    /// <summary>Absolute value.</summary>
    Abs = 30,

    /// <summary>Square root.</summary>
    Sqrt = 31,

    /// <summary>Cubic root.</summary>
    Cbrt = 32,

    /// <summary>Natural exponential.</summary>
    Exp = 33,

    /// <summary>Natural logarithm.</summary>
    Log = 34,

    /// <summary>Logarithm to base 2.</summary>
    Log2 = 35,

    /// <summary>Logarithm to base 10.</summary>
    Log10 = 36,

    /// <summary>Sine, of radians.</summary>
    Sin = 37,

    /// <summary>Cosine, of radians.</summary>
    Cos = 38,

    /// <summary>Tangent, of radians.</summary>
    Tan = 39,

    /// <summary>Inverse sine.</summary>
    Asin = 40,

    /// <summary>Inverse cosine.</summary>
    Acos = 41,

    /// <summary>Inverse tangent.</summary>
    Atan = 42,

    /// <summary>Hyperbolic sine.</summary>
    Sinh = 43,

    /// <summary>Hyperbolic cosine.</summary>
    Cosh = 44,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh = 45,

    /// <summary>Greatest integer not above.</summary>
    Floor = 46,

    /// <summary>Least integer not below.</summary>
    Ceiling = 47,

    /// <summary>Nearest integer, halves to even.</summary>
    Round = 48,

    /// <summary>Nearest integer towards zero.</summary>
    Truncate = 49,

    /// <summary>C#'s cast to int and back: towards zero, saturating, NaN to 0.</summary>
    ToInt32 = 50,

    /// <summary>First below second; false with NaN.</summary>
    Less = 60,

    /// <summary>First at most second; false with NaN.</summary>
    LessOrEqual = 61,

    /// <summary>First above second; false with NaN.</summary>
    Greater = 62,

    /// <summary>First at least second; false with NaN.</summary>
    GreaterOrEqual = 63,

    /// <summary>Equal numbers; false with NaN.</summary>
    Equal = 64,

    /// <summary>Different numbers; true with NaN.</summary>
    NotEqual = 65,

    /// <summary>Both.</summary>
    And = 70,

    /// <summary>Either.</summary>
    Or = 71,

    /// <summary>The opposite.</summary>
    Not = 72,
}
