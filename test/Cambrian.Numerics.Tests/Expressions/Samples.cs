using System.Collections.Immutable;
using Cambrian.Numerics.Expressions;

namespace Cambrian.Numerics.Tests.Expressions;

/// <summary>Random expressions over three numbers, a truth and two toolbox functions, with every operation there is.</summary>
internal static class Samples
{
    public static readonly IReadOnlyList<ToolboxFunction> Toolbox =
    [
        ToolboxFunction.From("Toolbox.Blend", typeof(Samples).GetMethod(nameof(Blend))!),
        ToolboxFunction.From("Toolbox.Between", typeof(Samples).GetMethod(nameof(Between))!),
    ];

    public static readonly IReadOnlyList<Kind> Kinds = [Kind.Number, Kind.Number, Kind.Number, Kind.Truth];

    public static readonly ImmutableArray<Function> Functions = [.. Toolbox.Select(function => function.Function)];

    private static readonly ExpressionGrower Grower = new(Vocabulary.Everything(
        [new(0, Kind.Number, 0, 1), new(1, Kind.Number, -50, 50), new(2, Kind.Number), new(3, Kind.Truth)], Functions));

    private static readonly double[] Corners = [0, -0.0, 1, -1, 0.5, 1e300, -1e300, 1e-320, double.NaN, double.PositiveInfinity, double.NegativeInfinity, int.MaxValue + 1.0];

    public static double Blend(double first, double second, bool more) => more ? (0.75 * first) + (0.25 * second) : (0.25 * first) + (0.75 * second);

    public static bool Between(double low, double value, double high) => low <= value && value <= high;

    public static Expression Random(int seed, Kind kind = Kind.Number, int depth = 6) => Grower.Grow(kind, depth, new Random(seed), [3.25, -7]);

    public static double[] Inputs(Random random) =>
    [
        Input(random), Input(random), Input(random), random.Next(2),
    ];

    // Slow and plain: what every other way to evaluate is compared with.
    public static double Evaluate(Expression node, double[] inputs)
    {
        double Operand(int number) => Evaluate(node.Operands[number], inputs);
        return node.Operation switch
        {
            Operation.Literal => node.Value,
            Operation.Parameter => inputs[node.Index],
            Operation.Conditional => Operand(0) != 0 ? Operand(1) : Operand(2),
            Operation.Call => node.Function!.Name switch
            {
                "Toolbox.Blend" => Blend(Operand(0), Operand(1), Operand(2) != 0),
                _ => Between(Operand(0), Operand(1), Operand(2)) ? 1 : 0,
            },
            _ => Operations.Apply(node.Operation, Operand(0), node.Operands.Length > 1 ? Operand(1) : 0),
        };
    }

    private static double Input(Random random) =>
        random.Next(4) == 0 ? Corners[random.Next(Corners.Length)] : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 5));
}
