using System.Collections.Immutable;

namespace Cambrian.Numerics.Expressions;

/// <summary>Random expressions over a vocabulary: the "grow" method of genetic programming (Koza 1992), with typed nodes and constants that suit the inputs.</summary>
/// <param name="vocabulary">What they are made of.</param>
public sealed class ExpressionGrower(Vocabulary vocabulary)
{
    private const double ShareOfVariables = 0.65;
    private const double ShareOfCalls = 0.1;

    /// <summary>What expressions are made of.</summary>
    public Vocabulary Vocabulary => vocabulary;

    /// <summary>A random expression.</summary>
    /// <param name="kind">What it gives.</param>
    /// <param name="depth">It is at most this deep; 0 for a leaf. A truth is one deeper when no input is one.</param>
    /// <param name="random">Where the randomness comes from.</param>
    /// <param name="constants">Numbers to draw from besides new ones, for instance those of the parents.</param>
    public Expression Grow(Kind kind, int depth, Random random, IReadOnlyList<double> constants)
    {
        var stops = depth <= 0 || random.NextDouble() < 0.15;
        return kind == Kind.Number ? GrowNumber(stops, depth, random, constants) : GrowTruth(stops, depth, random, constants);
    }

    /// <summary>A random constant: a constant given, one within an input's range, or one of log-uniform scale.</summary>
    /// <param name="random">Where the randomness comes from.</param>
    /// <param name="constants">Numbers to draw from besides new ones.</param>
    /// <param name="near">An input whose range to prefer; null for any.</param>
    public double Constant(Random random, IReadOnlyList<double> constants, Variable? near = null)
    {
        var choice = random.NextDouble();
        var variable = near ?? (vocabulary.Variables.IsEmpty ? default : Pick(vocabulary.Variables, random));
        if (near is null && choice < 0.35 && constants.Count > 0)
        {
            return constants[random.Next(constants.Count)];
        }

        if (variable.HasRange && choice < (near is null ? 0.65 : 0.85))
        {
            return Digits.Round(variable.Lower + (random.NextDouble() * (variable.Upper - variable.Lower)), 3);
        }

        if (choice < 0.85)
        {
            return random.Next(0, 4);
        }

        var magnitude = Digits.Round(Math.Pow(10, (random.NextDouble() * 5) - 3), 3);
        return random.NextDouble() < 0.2 ? -magnitude : magnitude;
    }

    private Expression GrowNumber(bool stops, int depth, Random random, IReadOnlyList<double> constants)
    {
        if (stops)
        {
            return Leaf(Kind.Number, random) is { } variable && random.NextDouble() < ShareOfVariables ? variable : Expression.Number(Constant(random, constants));
        }

        if (random.NextDouble() < ShareOfCalls && PickFunction(Kind.Number, random) is { } function)
        {
            return Expression.Call(function, [.. function.Parameters.Select(parameter => Grow(parameter, depth - 1, random, constants))]);
        }

        return GrowOperation(Draw(vocabulary.NumberOperations, random), Kind.Number, depth, random, constants);
    }

    private Expression GrowTruth(bool stops, int depth, Random random, IReadOnlyList<double> constants)
    {
        if (stops || random.NextDouble() < 0.4)
        {
            return Leaf(Kind.Truth, random) is { } variable && random.NextDouble() < 0.3 ? variable : Threshold(random, constants);
        }

        if (random.NextDouble() < ShareOfCalls && PickFunction(Kind.Truth, random) is { } function)
        {
            return Expression.Call(function, [.. function.Parameters.Select(parameter => Grow(parameter, depth - 1, random, constants))]);
        }

        return GrowOperation(Draw(vocabulary.TruthOperations, random), Kind.Truth, depth, random, constants);
    }

    private Expression GrowOperation(Operation operation, Kind kind, int depth, Random random, IReadOnlyList<double> constants)
    {
        if (operation == Operation.Conditional)
        {
            return Expression.If(Grow(Kind.Truth, depth - 1, random, constants), Grow(kind, depth - 1, random, constants), Grow(kind, depth - 1, random, constants));
        }

        return Expression.Of(operation, [.. Operations.OperandsOf(operation).Select(operand => Grow(operand, depth - 1, random, constants))]);
    }

    // An input against a constant of its own range, or against another input: nearly every useful condition is one of these.
    private Expression Threshold(Random random, IReadOnlyList<double> constants)
    {
        var operation = random.Next(2) == 0 ? Operation.Less : Operation.Greater;
        if (PickVariable(Kind.Number, random) is not { } variable)
        {
            return Expression.Truth(random.Next(2) == 0);
        }

        var left = Expression.Parameter(variable.Index);
        var right = random.NextDouble() < 0.3 && PickVariable(Kind.Number, random) is { } other && other.Index != variable.Index
            ? Expression.Parameter(other.Index)
            : Expression.Number(Constant(random, constants, variable));
        return Expression.Of(operation, left, right);
    }

    private Expression? Leaf(Kind kind, Random random) => PickVariable(kind, random) is { } variable ? Expression.Parameter(variable.Index, kind) : null;

    private Variable? PickVariable(Kind kind, Random random)
    {
        ImmutableArray<Variable> fitting = [.. vocabulary.Variables.Where(variable => variable.Kind == kind)];
        return fitting.IsEmpty ? null : Pick(fitting, random);
    }

    private Function? PickFunction(Kind kind, Random random)
    {
        ImmutableArray<Function> fitting = [.. vocabulary.Functions.Where(function => function.Result == kind)];
        return fitting.IsEmpty ? null : Pick(fitting, random);
    }

    private static T Pick<T>(ImmutableArray<T> choices, Random random) => choices[random.Next(choices.Length)];

    private static Operation Draw(ImmutableArray<(Operation Operation, double Weight)> choices, Random random)
    {
        var rest = random.NextDouble() * choices.Sum(choice => choice.Weight);
        foreach (var (operation, weight) in choices)
        {
            rest -= weight;
            if (rest < 0)
            {
                return operation;
            }
        }

        return choices[^1].Operation;
    }
}
