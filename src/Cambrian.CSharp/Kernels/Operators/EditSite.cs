using System.Collections.Immutable;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Operators;

/// <summary>Where an edit takes place: its randomness, what it may use, how large the result may be.</summary>
/// <param name="random">The step's own stream.</param>
/// <param name="grower">Grows new expressions over the names of the block.</param>
/// <param name="constants">Constants of the parents.</param>
/// <param name="options">The largest rule, and the policy.</param>
public sealed class EditSite(Random random, ExpressionGrower grower, IReadOnlyList<double> constants, KernelOptions options)
{
    private const int DigitsKept = 4;

    /// <summary>The step's own stream.</summary>
    public Random Random => random;

    /// <summary>Names, functions and operations of the block.</summary>
    public Vocabulary Vocabulary => grower.Vocabulary;

    /// <summary>Largest rule in nodes.</summary>
    public int MaxSize => options.MaxSize;

    /// <summary>True with a probability.</summary>
    public bool Chance(double probability) => random.NextDouble() < probability;

    /// <summary>One of several, all equally likely.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>A new expression of one of several depths.</summary>
    public Expression Grow(Kind kind, int minDepth, int maxDepth) => grower.Grow(kind, random.Next(minDepth, maxDepth + 1), random, constants);

    /// <summary>A new constant, from an input's range when one is given.</summary>
    public double Constant(Variable? near = null) => grower.Constant(random, constants, near);

    /// <summary>The numbers of all nodes that fit.</summary>
    public static ImmutableArray<int> Numbers(Expression rule, Func<Expression, bool> fits) =>
        [.. rule.Nodes().Select((node, number) => (node, number)).Where(pair => fits(pair.node)).Select(pair => pair.number)];

    /// <summary>The number of a random node that fits; null when none does. Inner nodes are preferred nine to one, as leaves are half of every tree (Koza 1992).</summary>
    public int? PickNode(Expression rule, Func<Expression, bool> fits)
    {
        var inner = Chance(0.9);
        var preferred = Numbers(rule, node => node.Operands.IsEmpty != inner && fits(node));
        var numbers = preferred.IsEmpty ? Numbers(rule, fits) : preferred;
        return numbers.IsEmpty ? null : Pick(numbers);
    }

    /// <summary>The number of any node, the root included.</summary>
    public int AnyNode(Expression rule) => PickNode(rule, _ => true) ?? 0;

    /// <summary>A standard normal number (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>A constant moved by a normal step relative to its size; near zero the step is absolute. Few digits, so that programs stay readable.</summary>
    public double Jitter(double value, double scale) =>
        double.IsFinite(value) ? Digits.Round(value + (scale * Math.Max(Math.Abs(value), 0.05) * Normal()), DigitsKept) : Constant();

    /// <summary>The size of a step, as the policy has it.</summary>
    public double Scale() => options.Laws.StepSize(random.NextDouble());
}
