using System.Collections.Immutable;

namespace Cambrian.Numerics.Expressions;

/// <summary>What is known of each <see cref="Operation"/>: operands, result, and its value on constants.</summary>
public static class Operations
{
    private static readonly ImmutableArray<Kind> OneNumber = [Kind.Number];
    private static readonly ImmutableArray<Kind> TwoNumbers = [Kind.Number, Kind.Number];
    private static readonly ImmutableArray<Kind> OneTruth = [Kind.Truth];
    private static readonly ImmutableArray<Kind> TwoTruths = [Kind.Truth, Kind.Truth];

    /// <summary>Operations with fixed operands: all but literals, parameters, calls and conditionals.</summary>
    public static ImmutableArray<Operation> Fixed { get; } = [.. Enum.GetValues<Operation>().Where(operation => operation >= Operation.Negate)];

    /// <summary>The kinds an operation takes; empty for literals, parameters, calls and conditionals, which differ from node to node.</summary>
    public static ImmutableArray<Kind> OperandsOf(Operation operation) => operation switch
    {
        < Operation.Negate => [],
        Operation.Negate or (>= Operation.Abs and <= Operation.ToInt32) => OneNumber,
        Operation.Not => OneTruth,
        Operation.And or Operation.Or => TwoTruths,
        _ => TwoNumbers,
    };

    /// <summary>The kind an operation of <see cref="Fixed"/> gives.</summary>
    public static Kind ResultOf(Operation operation) => operation >= Operation.Less ? Kind.Truth : Kind.Number;

    /// <summary>Whether the value is the same with the two operands exchanged.</summary>
    public static bool IsCommutative(Operation operation) => operation is Operation.Add or Operation.Multiply or Operation.Min or Operation.Max
        or Operation.Equal or Operation.NotEqual or Operation.And or Operation.Or;

    /// <summary>The value of an operation of <see cref="Fixed"/>; truths are 0 and 1.</summary>
    /// <param name="operation">What to do.</param>
    /// <param name="first">First operand.</param>
    /// <param name="second">Second operand; ignored by operations of one.</param>
    public static double Apply(Operation operation, double first, double second = 0) => operation switch
    {
        < Operation.Abs => Arithmetic(operation, first, second),
        < Operation.Less => Transform(operation, first),
        _ => Compare(operation, first, second) ? 1 : 0,
    };

    private static double Arithmetic(Operation operation, double first, double second) => operation switch
    {
        Operation.Negate => -first,
        Operation.Add => first + second,
        Operation.Subtract => first - second,
        Operation.Multiply => first * second,
        Operation.Divide => first / second,
        Operation.Remainder => first % second,
        Operation.Min => Math.Min(first, second),
        Operation.Max => Math.Max(first, second),
        Operation.Pow => Math.Pow(first, second),
        Operation.Atan2 => Math.Atan2(first, second),
        _ => throw NotFixed(operation),
    };

#pragma warning disable CA1502 // A table: one line per operation.
    private static double Transform(Operation operation, double value) => operation switch
    {
        Operation.Abs => Math.Abs(value),
        Operation.Sqrt => Math.Sqrt(value),
        Operation.Cbrt => Math.Cbrt(value),
        Operation.Exp => Math.Exp(value),
        Operation.Log => Math.Log(value),
        Operation.Log2 => Math.Log2(value),
        Operation.Log10 => Math.Log10(value),
        Operation.Sin => Math.Sin(value),
        Operation.Cos => Math.Cos(value),
        Operation.Tan => Math.Tan(value),
        Operation.Asin => Math.Asin(value),
        Operation.Acos => Math.Acos(value),
        Operation.Atan => Math.Atan(value),
        Operation.Sinh => Math.Sinh(value),
        Operation.Cosh => Math.Cosh(value),
        Operation.Tanh => Math.Tanh(value),
        Operation.Floor => Math.Floor(value),
        Operation.Ceiling => Math.Ceiling(value),
        Operation.Round => Math.Round(value),
        Operation.Truncate => Math.Truncate(value),
        Operation.ToInt32 => (int)value,
        _ => throw NotFixed(operation),
    };
#pragma warning restore CA1502

    private static bool Compare(Operation operation, double first, double second) => operation switch
    {
        Operation.Less => first < second,
        Operation.LessOrEqual => first <= second,
        Operation.Greater => first > second,
        Operation.GreaterOrEqual => first >= second,
        Operation.Equal => first == second,
        Operation.NotEqual => first != second,
        Operation.And => first != 0 && second != 0,
        Operation.Or => first != 0 || second != 0,
        Operation.Not => first == 0,
        _ => throw NotFixed(operation),
    };

    private static ArgumentOutOfRangeException NotFixed(Operation operation) =>
        new(nameof(operation), operation, "Expected an operation with fixed operands (Operations.Fixed).");
}
