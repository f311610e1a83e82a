using System.Collections.Immutable;

namespace Cambrian.Numerics.Expressions;

/// <summary>Looking into expressions and putting other parts in. Nodes are numbered in prefix order, the root 0.</summary>
public static class ExpressionTree
{
    /// <summary>Every node, in prefix order.</summary>
    public static IEnumerable<Expression> Nodes(this Expression expression) => expression.Operands.SelectMany(Nodes).Prepend(expression);

    /// <summary>The node of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public static Expression At(this Expression expression, int number)
    {
        RequireNumber(expression, number);
        while (number > 0)
        {
            var operand = OperandWith(expression, ref number);
            expression = expression.Operands[operand];
        }

        return expression;
    }

    /// <summary>The expression with the node of a number replaced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    /// <exception cref="ArgumentException">The replacement's kind does not fit there.</exception>
    public static Expression Replace(this Expression expression, int number, Expression replacement)
    {
        RequireNumber(expression, number);
        if (number == 0)
        {
            return replacement.Kind == expression.Kind ? replacement : throw new ArgumentException($"A {replacement.Kind} in the place of a {expression.Kind}.", nameof(replacement));
        }

        var operand = OperandWith(expression, ref number);
        return expression.With(expression.Operands.SetItem(operand, expression.Operands[operand].Replace(number, replacement)));
    }

    /// <summary>The expression with every node rewritten, operands first. Parts that stay the same are shared.</summary>
    public static Expression Rewrite(this Expression expression, Func<Expression, Expression> rewrite)
    {
        var operands = expression.Operands;
        var changed = false;
        var builder = ImmutableArray.CreateBuilder<Expression>(operands.Length);
        foreach (var operand in operands)
        {
            var rewritten = operand.Rewrite(rewrite);
            changed |= !ReferenceEquals(rewritten, operand);
            builder.Add(rewritten);
        }

        return rewrite(changed ? expression.With(builder.MoveToImmutable()) : expression);
    }

    /// <summary>The expression with parameters replaced: number i by <paramref name="definitions"/>[i], where there is one.</summary>
    public static Expression Substitute(this Expression expression, IReadOnlyList<Expression?> definitions) => expression.Rewrite(node =>
        node.Operation == Operation.Parameter && node.Index < definitions.Count && definitions[node.Index] is { } definition ? definition : node);

    // Goes down to the operand that holds the node; the number becomes the one within it.
    private static int OperandWith(Expression expression, ref int number)
    {
        number--;
        var operand = 0;
        while (number >= expression.Operands[operand].Size)
        {
            number -= expression.Operands[operand].Size;
            operand++;
        }

        return operand;
    }

    private static void RequireNumber(Expression expression, int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, expression.Size);
    }
}
