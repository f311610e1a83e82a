using System.Collections.Immutable;

namespace Cambrian.Numerics.Expressions;

/// <summary>What random expressions are made of.</summary>
public sealed record Vocabulary
{
    /// <summary>Inputs that may be read.</summary>
    public ImmutableArray<Variable> Variables { get; init; } = [];

    /// <summary>Functions that may be called.</summary>
    public ImmutableArray<Function> Functions { get; init; } = [];

    /// <summary>Operations that give numbers, with the weight each is drawn with; Conditional may be among them.</summary>
    public ImmutableArray<(Operation Operation, double Weight)> NumberOperations { get; init; } =
    [
        (Operation.Add, 4), (Operation.Subtract, 4), (Operation.Multiply, 4), (Operation.Divide, 4), (Operation.Conditional, 4),
        (Operation.Min, 1), (Operation.Max, 1), (Operation.Abs, 0.5), (Operation.Negate, 0.5), (Operation.Sqrt, 0.5),
        (Operation.Exp, 0.4), (Operation.Log, 0.4), (Operation.Pow, 0.3), (Operation.Remainder, 0.2), (Operation.Floor, 0.2),
    ];

    /// <summary>Operations that give truths, with the weight each is drawn with; Conditional may be among them.</summary>
    public ImmutableArray<(Operation Operation, double Weight)> TruthOperations { get; init; } =
    [
        (Operation.Less, 5), (Operation.Greater, 5), (Operation.LessOrEqual, 1), (Operation.GreaterOrEqual, 1),
        (Operation.Equal, 0.3), (Operation.And, 1.5), (Operation.Or, 1), (Operation.Not, 0.2),
    ];

    /// <summary>Every operation of <see cref="Operations.Fixed"/> and conditionals, equally often: for tests.</summary>
    public static Vocabulary Everything(ImmutableArray<Variable> variables, ImmutableArray<Function> functions) => new()
    {
        Variables = variables,
        Functions = functions,
        NumberOperations = [.. Operations.Fixed.Append(Operation.Conditional).Where(operation => Operations.ResultOf(operation) == Kind.Number).Select(operation => (operation, 1.0))],
        TruthOperations = [.. Operations.Fixed.Where(operation => Operations.ResultOf(operation) == Kind.Truth).Append(Operation.Conditional).Select(operation => (operation, 1.0))],
    };
}
