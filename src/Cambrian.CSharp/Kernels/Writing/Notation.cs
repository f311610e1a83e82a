using System.Globalization;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Writing;

/// <summary>C#'s notation of operations and numbers.</summary>
internal static class Notation
{
    public const int Choice = 0;
    public const int Unary = 8;
    public const int Atom = 9;

    /// <summary>The infix operator and its precedence; null when it is written otherwise.</summary>
    public static (string Symbol, int Precedence)? Infix(Operation operation) => operation switch
    {
        Operation.Or => ("||", 1),
        Operation.And => ("&&", 2),
        Operation.Equal => ("==", 4),
        Operation.NotEqual => ("!=", 4),
        Operation.Less => ("<", 5),
        Operation.LessOrEqual => ("<=", 5),
        Operation.Greater => (">", 5),
        Operation.GreaterOrEqual => (">=", 5),
        Operation.Add => ("+", 6),
        Operation.Subtract => ("-", 6),
        Operation.Multiply => ("*", 7),
        Operation.Divide => ("/", 7),
        Operation.Remainder => ("%", 7),
        _ => null,
    };

    /// <summary>A double literal that reads back as the same number.</summary>
    public static Fragment Number(double value)
    {
        var text = value switch
        {
            double.NaN => "double.NaN",
            double.PositiveInfinity => "double.PositiveInfinity",
            double.NegativeInfinity => "double.NegativeInfinity",
            _ => value.ToString("R", CultureInfo.InvariantCulture),
        };
        if (double.IsFinite(value) && text.AsSpan().IndexOfAny('.', 'E') < 0)
        {
            text += ".0";
        }

        return new(text, text[0] == '-' ? Unary : Atom);
    }
}
