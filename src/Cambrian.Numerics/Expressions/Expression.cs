using System.Collections.Immutable;

namespace Cambrian.Numerics.Expressions;

/// <summary>
/// A typed expression over doubles and booleans: an immutable tree, cheap to take apart and to put together again. Equal
/// trees are equal, whichever objects they are made of. Safe to share between threads.
/// </summary>
public sealed class Expression : IEquatable<Expression>
{
    private Expression(Operation operation, Kind kind, ImmutableArray<Expression> operands)
    {
        (Operation, Kind, Operands, Size) = (operation, kind, operands, 1);
        foreach (var operand in operands)
        {
            // Shared subtrees count as often as they occur, so a few doublings could overflow.
            Size = (int)Math.Min((long)Size + operand.Size, int.MaxValue);
            Depth = Math.Max(Depth, operand.Depth + 1);
        }
    }

    /// <summary>What this node does.</summary>
    public Operation Operation { get; }

    /// <summary>What its value is.</summary>
    public Kind Kind { get; }

    /// <summary>The constant of a literal (truths: 0 or 1); otherwise 0.</summary>
    public double Value { get; private init; }

    /// <summary>The number of a parameter, from 0; otherwise 0.</summary>
    public int Index { get; private init; }

    /// <summary>The function of a call; otherwise null.</summary>
    public Function? Function { get; private init; }

    /// <summary>The operands, in order.</summary>
    public ImmutableArray<Expression> Operands { get; }

    /// <summary>Nodes of the tree, this one included; saturates at <see cref="int.MaxValue"/>.</summary>
    public int Size { get; }

    /// <summary>Edges on the longest way down; 0 for a leaf.</summary>
    public int Depth { get; }

    /// <summary>A function of the structure alone: the same on every machine and in every process.</summary>
    public ulong Hash { get; private init; }

    /// <summary>A constant number. All NaNs are one.</summary>
    public static Expression Number(double value)
    {
        value = double.IsNaN(value) ? double.NaN : value;
        return new(Operation.Literal, Kind.Number, []) { Value = value, Hash = Mix(Operation.Literal, Kind.Number, (ulong)BitConverter.DoubleToInt64Bits(value)) };
    }

    /// <summary>A constant truth.</summary>
    public static Expression Truth(bool value) => new(Operation.Literal, Kind.Truth, [])
    {
        Value = value ? 1 : 0,
        Hash = Mix(Operation.Literal, Kind.Truth, value ? 1UL : 0),
    };

    /// <summary>An input.</summary>
    /// <param name="index">Its number, from 0.</param>
    /// <param name="kind">What it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public static Expression Parameter(int index, Kind kind = Kind.Number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new(Operation.Parameter, kind, []) { Index = index, Hash = Mix(Operation.Parameter, kind, (ulong)index) };
    }

    /// <summary>A choice: <paramref name="condition"/> true, <paramref name="whenTrue"/>, else <paramref name="whenFalse"/>.</summary>
    /// <exception cref="ArgumentException">The condition is no truth, or the two differ in kind.</exception>
    public static Expression If(Expression condition, Expression whenTrue, Expression whenFalse)
    {
        if (condition.Kind != Kind.Truth || whenTrue.Kind != whenFalse.Kind)
        {
            throw new ArgumentException($"A choice needs a truth and two of one kind, not {condition.Kind}, {whenTrue.Kind} and {whenFalse.Kind}.", nameof(condition));
        }

        return Node(Operation.Conditional, whenTrue.Kind, [condition, whenTrue, whenFalse]);
    }

    /// <summary>An operation with fixed operands (<see cref="Operations.Fixed"/>).</summary>
    /// <exception cref="ArgumentException">The operands differ from what the operation takes.</exception>
    public static Expression Of(Operation operation, params ImmutableArray<Expression> operands)
    {
        var expected = Operations.OperandsOf(operation);
        if (expected.IsEmpty || !Fits(expected, operands))
        {
            throw new ArgumentException($"{operation} takes ({string.Join(", ", expected)}), not ({string.Join(", ", operands.Select(operand => operand.Kind))}).", nameof(operands));
        }

        return Node(operation, Operations.ResultOf(operation), operands);
    }

    /// <summary>A call of a declared function.</summary>
    /// <exception cref="ArgumentException">The arguments differ from what the function takes.</exception>
    public static Expression Call(Function function, ImmutableArray<Expression> arguments)
    {
        if (!Fits(function.Parameters, arguments))
        {
            throw new ArgumentException($"{function.Name} takes ({string.Join(", ", function.Parameters)}), not ({string.Join(", ", arguments.Select(argument => argument.Kind))}).", nameof(arguments));
        }

        var name = function.Name.Aggregate(14695981039346656037UL, (hash, letter) => (hash ^ letter) * 1099511628211UL);
        return new(Operation.Call, function.Result, arguments) { Function = function, Hash = Combine(Mix(Operation.Call, function.Result, name), arguments) };
    }

    /// <summary>The same node over other operands.</summary>
    /// <exception cref="ArgumentException">Their number or kinds do not fit.</exception>
    public Expression With(ImmutableArray<Expression> operands) => Operation switch
    {
        Operation.Literal or Operation.Parameter => this,
        Operation.Call => Call(Function!, operands), // a call always has its function
        Operation.Conditional => If(operands[0], operands[1], operands[2]),
        _ => Of(Operation, operands),
    };

    /// <inheritdoc/>
    public bool Equals(Expression? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        return other is not null && Hash == other.Hash && Operation == other.Operation && Kind == other.Kind && Index == other.Index
            && BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value)
            && Equals(Function, other.Function) && Operands.SequenceEqual(other.Operands);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Expression);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Hash;

    private static Expression Node(Operation operation, Kind kind, ImmutableArray<Expression> operands) =>
        new(operation, kind, operands) { Hash = Combine(Mix(operation, kind, 0), operands) };

    private static bool Fits(ImmutableArray<Kind> expected, ImmutableArray<Expression> operands)
    {
        if (expected.Length != operands.Length)
        {
            return false;
        }

        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i] != operands[i].Kind)
            {
                return false;
            }
        }

        return true;
    }

    private static ulong Mix(Operation operation, Kind kind, ulong payload) => Finish(payload + (((ulong)operation * 2) + (ulong)kind + 1) * 0x9E3779B97F4A7C15);

    private static ulong Combine(ulong hash, ImmutableArray<Expression> operands)
    {
        foreach (var operand in operands)
        {
            hash = Finish((hash * 0x100000001B3) ^ operand.Hash);
        }

        return hash;
    }

    // Stafford's variant 13, as in SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Finish(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
