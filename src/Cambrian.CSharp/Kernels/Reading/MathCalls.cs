using System.Collections.Frozen;
using System.Collections.Immutable;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Reading;

/// <summary>Calls of System.Math.</summary>
internal static class MathCalls
{
    private static readonly FrozenDictionary<string, Operation> Known = Operations.Fixed
        .Where(operation => operation is >= Operation.Min and < Operation.ToInt32)
        .ToFrozenDictionary(operation => $"Math.{operation}", StringComparer.Ordinal);

    /// <summary>The value of a call; null when it is not known, or not exact in doubles.</summary>
    public static Bound? Bind(string name, ImmutableArray<Bound> arguments)
    {
        if (arguments.Any(argument => !argument.IsNumber))
        {
            return null;
        }

        return name switch
        {
            "Math.Clamp" when arguments.Length == 3 => Clamp(arguments),
            "double.IsNaN" when arguments.Length == 1 => Bound.Bool(Expression.Of(Operation.NotEqual, arguments[0].Value, arguments[0].Value)),
            _ when Known.TryGetValue(name, out var operation) && Operations.OperandsOf(operation).Length == arguments.Length => Of(operation, arguments),
            _ => null,
        };
    }

    private static Bound? Of(Operation operation, ImmutableArray<Bound> arguments)
    {
        var value = Expression.Of(operation, [.. arguments.Select(argument => argument.Value)]);
        if (operation is not (Operation.Min or Operation.Max or Operation.Abs) || !arguments.All(argument => argument.IsInt))
        {
            return Bound.Double(value);
        }

        // The overloads for ints, whose results are ints.
        var (first, last) = (arguments[0], arguments[^1]);
        return operation switch
        {
            Operation.Min => new Bound(value, KernelType.Int, Math.Min(first.Low, last.Low), Math.Min(first.High, last.High)),
            Operation.Max => new Bound(value, KernelType.Int, Math.Max(first.Low, last.Low), Math.Max(first.High, last.High)),
            _ => first.Low > int.MinValue ? new Bound(value, KernelType.Int, 0, Math.Max(Math.Abs(first.Low), Math.Abs(first.High))) : null,
        };
    }

    // Clamp throws when its limits cross, so both have to be known.
    private static Bound? Clamp(ImmutableArray<Bound> arguments)
    {
        var (value, low, high) = (arguments[0].Value, arguments[1].Value, arguments[2].Value);
        if (low.Operation != Operation.Literal || high.Operation != Operation.Literal || !(low.Value <= high.Value))
        {
            return null;
        }

        var above = Expression.If(Expression.Of(Operation.Greater, value, high), high, value);
        var clamped = Expression.If(Expression.Of(Operation.Less, value, low), low, above);
        return arguments.All(argument => argument.IsInt) ? new Bound(clamped, KernelType.Int, low.Value, high.Value) : Bound.Double(clamped);
    }
}
