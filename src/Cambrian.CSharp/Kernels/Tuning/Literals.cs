using System.Collections.Immutable;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Tuning;

/// <summary>The numbers written in a rule, apart from its form.</summary>
internal static class Literals
{
    // Few digits, so that programs stay readable.
    private const int DigitsKept = 5;

    /// <summary>The rule's numbers, in prefix order.</summary>
    public static ImmutableArray<double> Of(Expression rule) => [.. rule.Nodes().Where(IsLiteral).Select(node => node.Value)];

    /// <summary>The rule with all numbers alike: two rules of one form differ in their numbers alone.</summary>
    public static Expression Form(Expression rule) => rule.Rewrite(node => IsLiteral(node) ? Expression.Number(1) : node);

    /// <summary>A rule's form with other numbers.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="values">As many as it has numbers, in prefix order.</param>
    public static Expression Replace(Expression rule, IReadOnlyList<double> values)
    {
        var next = 0;
        return Rewrite(rule);

        // Prefix order, so that the first value goes where the first number is read.
        Expression Rewrite(Expression node) =>
            IsLiteral(node) ? Expression.Number(Digits.Round(values[next++], DigitsKept))
            : node.Operands.IsEmpty ? node
            : node.With([.. node.Operands.Select(Rewrite)]);
    }

    private static bool IsLiteral(Expression node) => node is { Operation: Operation.Literal, Kind: Kind.Number };
}
