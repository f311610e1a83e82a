using System.Collections.Immutable;

namespace Cambrian.Numerics.Expressions;

/// <summary>Replaces conditions that an enclosing condition has already decided: in c ? (c ? a : b) : d, b is never reached.</summary>
internal static class BranchPruning
{
    public static Expression Prune(Expression expression) => Prune(expression, ImmutableDictionary<Expression, bool>.Empty);

    private static Expression Prune(Expression node, ImmutableDictionary<Expression, bool> known)
    {
        if (node.Operands.IsEmpty)
        {
            return node;
        }

        if (node.Kind == Kind.Truth && !known.IsEmpty && known.TryGetValue(node, out var decided))
        {
            return Expression.Truth(decided);
        }

        return node.Operation switch
        {
            Operation.Conditional => Choice(node, known),
            Operation.And => Second(node, known, whenFirst: true),
            Operation.Or => Second(node, known, whenFirst: false),
            _ => Each(node, operand => Prune(operand, known)),
        };
    }

    private static Expression Choice(Expression node, ImmutableDictionary<Expression, bool> known)
    {
        var condition = node.Operands[0];
        return Same(node, [Prune(condition, known), Prune(node.Operands[1], Assume(known, condition, true)), Prune(node.Operands[2], Assume(known, condition, false))]);
    }

    // The second operand of && matters only when the first is true; of || only when it is false.
    private static Expression Second(Expression node, ImmutableDictionary<Expression, bool> known, bool whenFirst) =>
        Same(node, [Prune(node.Operands[0], known), Prune(node.Operands[1], Assume(known, node.Operands[0], whenFirst))]);

    private static ImmutableDictionary<Expression, bool> Assume(ImmutableDictionary<Expression, bool> known, Expression condition, bool value) => condition.Operation switch
    {
        Operation.Literal => known,
        Operation.Not => Assume(known, condition.Operands[0], !value),
        Operation.And when value => Assume(Assume(known, condition.Operands[0], true), condition.Operands[1], true),
        Operation.Or when !value => Assume(Assume(known, condition.Operands[0], false), condition.Operands[1], false),
        _ => known.SetItem(condition, value),
    };

    private static Expression Each(Expression node, Func<Expression, Expression> prune) => Same(node, [.. node.Operands.Select(prune)]);

    private static Expression Same(Expression node, ImmutableArray<Expression> operands)
    {
        for (var i = 0; i < operands.Length; i++)
        {
            if (!ReferenceEquals(operands[i], node.Operands[i]))
            {
                return node.With(operands);
            }
        }

        return node;
    }
}
