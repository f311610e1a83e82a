namespace Cambrian.Numerics.Expressions;

/// <summary>Smaller expressions of the same value: constants are folded, identities used, branches dropped that cannot be taken.</summary>
public static class Simplifier
{
    private const int MaxPasses = 8;

    /// <summary>Simplifies until nothing changes.</summary>
    /// <param name="expression">What to simplify.</param>
    /// <param name="algebra">Which identities count.</param>
    public static Expression Simplify(this Expression expression, Algebra algebra = Algebra.Floating)
    {
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var before = expression;
            expression = BranchPruning.Prune(expression).Rewrite(node => Node(node, algebra));
            if (ReferenceEquals(before, expression) || before.Equals(expression))
            {
                break;
            }
        }

        return expression;
    }

    private static Expression Node(Expression node, Algebra algebra)
    {
        if (Folded(node) is { } constant)
        {
            return constant;
        }

        return node.Operation switch
        {
            Operation.Conditional => Choice(node),
            Operation.And or Operation.Or or Operation.Not => Logic(node, algebra),
            >= Operation.Less and <= Operation.NotEqual => Comparison(node, algebra),
            Operation.Negate or Operation.Abs => Unary(node),
            Operation.Literal or Operation.Parameter or Operation.Call => node,
            >= Operation.Floor and <= Operation.ToInt32 => Rounding(node),
            _ => Arithmetic(node, algebra),
        };
    }

    private static Expression? Folded(Expression node)
    {
        if (node.Operation is Operation.Call or Operation.Conditional || node.Operands.IsEmpty || node.Operands.Any(operand => operand.Operation != Operation.Literal))
        {
            return null;
        }

        var value = Operations.Apply(node.Operation, node.Operands[0].Value, node.Operands.Length > 1 ? node.Operands[1].Value : 0);
        return node.Kind == Kind.Truth ? Expression.Truth(value != 0) : Expression.Number(value);
    }

    private static Expression Choice(Expression node)
    {
        var (condition, whenTrue, whenFalse) = (node.Operands[0], node.Operands[1], node.Operands[2]);
        if (condition.Operation == Operation.Literal)
        {
            return condition.Value != 0 ? whenTrue : whenFalse;
        }

        if (whenTrue.Equals(whenFalse))
        {
            return whenTrue;
        }

        if (condition.Operation == Operation.Not)
        {
            return Expression.If(condition.Operands[0], whenFalse, whenTrue);
        }

        return node.Kind == Kind.Truth && IsTruth(whenTrue, true) && IsTruth(whenFalse, false) ? condition : node;
    }

    private static Expression Logic(Expression node, Algebra algebra)
    {
        var first = node.Operands[0];
        if (node.Operation == Operation.Not)
        {
            return Negation(first, algebra) ?? node;
        }

        var second = node.Operands[1];
        var neutral = node.Operation == Operation.And;
        if (IsTruth(first, neutral) || IsTruth(second, !neutral) || first.Equals(second))
        {
            return second;
        }

        return IsTruth(second, neutral) || IsTruth(first, !neutral) ? first : node;
    }

    private static Expression? Negation(Expression condition, Algebra algebra) => condition.Operation switch
    {
        Operation.Not => condition.Operands[0],
        Operation.Equal => Expression.Of(Operation.NotEqual, condition.Operands),
        Operation.NotEqual => Expression.Of(Operation.Equal, condition.Operands),
        >= Operation.Less and <= Operation.GreaterOrEqual when algebra == Algebra.Real => Expression.Of(Opposite(condition.Operation), condition.Operands),
        _ => null,
    };

    private static Operation Opposite(Operation comparison) => comparison switch
    {
        Operation.Less => Operation.GreaterOrEqual,
        Operation.LessOrEqual => Operation.Greater,
        Operation.Greater => Operation.LessOrEqual,
        _ => Operation.Less,
    };

    private static Expression Comparison(Expression node, Algebra algebra)
    {
        if (!node.Operands[0].Equals(node.Operands[1]))
        {
            return node;
        }

        return node.Operation switch
        {
            Operation.Less or Operation.Greater => Expression.Truth(false),
            _ when algebra == Algebra.Real => Expression.Truth(node.Operation != Operation.NotEqual),
            _ => node,
        };
    }

    private static Expression Unary(Expression node)
    {
        var operand = node.Operands[0];
        return (node.Operation, operand.Operation) switch
        {
            (Operation.Negate, Operation.Negate) => operand.Operands[0],
            (Operation.Abs, Operation.Negate) => Expression.Of(Operation.Abs, operand.Operands),
            (Operation.Abs, Operation.Abs or Operation.Exp) => operand,
            _ => node,
        };
    }

    // Whatever has been rounded is whole already; a whole int can only come out of ToInt32.
    private static Expression Rounding(Expression node) => node.Operands[0].Operation switch
    {
        Operation.ToInt32 => node.Operands[0],
        >= Operation.Floor and <= Operation.Truncate when node.Operation != Operation.ToInt32 => node.Operands[0],
        _ => node,
    };

    private static Expression Arithmetic(Expression node, Algebra algebra)
    {
        if (node.Operands.Length < 2)
        {
            return node;
        }

        var (first, second) = (node.Operands[0], node.Operands[1]);
        var exact = node.Operation switch
        {
            Operation.Add when second.Operation == Operation.Negate => Expression.Of(Operation.Subtract, first, second.Operands[0]),
            Operation.Add when first.Operation == Operation.Negate => Expression.Of(Operation.Subtract, second, first.Operands[0]),
            Operation.Subtract when second.Operation == Operation.Negate => Expression.Of(Operation.Add, first, second.Operands[0]),
            Operation.Subtract when IsZero(second) && !double.IsNegative(second.Value) => first,
            Operation.Multiply or Operation.Divide or Operation.Pow when Is(second, 1) => first,
            Operation.Multiply when Is(first, 1) => second,
            Operation.Multiply or Operation.Divide when Is(second, -1) => Expression.Of(Operation.Negate, first),
            Operation.Min or Operation.Max when first.Equals(second) => first,
            _ => null,
        };
        return exact ?? (algebra == Algebra.Real ? RealArithmetic(node, first, second) : node);
    }

    private static Expression RealArithmetic(Expression node, Expression first, Expression second) => node.Operation switch
    {
        Operation.Add or Operation.Subtract when IsZero(second) => first,
        Operation.Add when IsZero(first) => second,
        Operation.Subtract when IsZero(first) => Expression.Of(Operation.Negate, second),
        Operation.Subtract when first.Equals(second) => Expression.Number(0),
        Operation.Multiply when IsZero(first) || IsZero(second) => Expression.Number(0),
        Operation.Divide when first.Equals(second) => Expression.Number(1),
        Operation.Divide when IsZero(first) => Expression.Number(0),
        Operation.Pow when IsZero(second) || Is(first, 1) => Expression.Number(1),
        _ => node,
    };

    private static bool Is(Expression node, double value) => node is { Operation: Operation.Literal, Kind: Kind.Number } && node.Value.Equals(value);

    private static bool IsZero(Expression node) => node is { Operation: Operation.Literal, Kind: Kind.Number, Value: 0 };

    private static bool IsTruth(Expression node, bool value) => node is { Operation: Operation.Literal, Kind: Kind.Truth } && node.Value != 0 == value;
}
