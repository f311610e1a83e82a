using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Reading;

/// <summary>
/// Arithmetic of ints, carried out on doubles: exact as long as nothing overflows and nothing is divided by zero. Only what
/// the ranges of the operands prove to be so is accepted.
/// </summary>
internal static class IntArithmetic
{
    public const string Refusal = "Arithmetic on ints that may overflow, or divide by zero: declare the parameters' ranges, or use doubles.";

    public static Bound? Apply(Operation operation, Bound left, Bound right) => operation switch
    {
        Operation.Add => Exact(operation, left, right, left.Low + right.Low, left.High + right.High),
        Operation.Subtract => Exact(operation, left, right, left.Low - right.High, left.High - right.Low),
        Operation.Multiply => Product(left, right),
        Operation.Divide when right.Low > 0 || right.High < 0 => Quotient(left, right),
        Operation.Remainder when right.Low > 0 || right.High < 0 => Remainder(left, right),
        _ => null,
    };

    private static Bound? Product(Bound left, Bound right)
    {
        double[] corners = [left.Low * right.Low, left.Low * right.High, left.High * right.Low, left.High * right.High];
        return Exact(Operation.Multiply, left, right, corners.Min(), corners.Max());
    }

    // The quotient of two ints, correctly rounded, never crosses a whole number, so cutting it off gives C#'s division.
    private static Bound? Quotient(Bound left, Bound right)
    {
        var largest = Math.Max(Math.Abs(left.Low), Math.Abs(left.High));
        return largest > int.MaxValue ? null : new Bound(Expression.Of(Operation.Truncate, Expression.Of(Operation.Divide, left.Value, right.Value)), KernelType.Int, -largest, largest);
    }

    private static Bound? Remainder(Bound left, Bound right)
    {
        var largest = Math.Max(Math.Abs(right.Low), Math.Abs(right.High)) - 1;
        return left.Low > int.MinValue ? new Bound(Expression.Of(Operation.Remainder, left.Value, right.Value), KernelType.Int, -largest, largest) : null;
    }

    private static Bound? Exact(Operation operation, Bound left, Bound right, double low, double high) =>
        low < int.MinValue || high > int.MaxValue ? null : new Bound(Expression.Of(operation, left.Value, right.Value), KernelType.Int, low, high);
}
