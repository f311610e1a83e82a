using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Writing;

/// <summary>
/// The one of several equal expressions that C# text stands for: what is printed is read back as exactly this. Values stay the
/// same, bit for bit.
/// </summary>
internal static class CanonicalForm
{
    public static Expression Of(Expression rule, KernelType result)
    {
        var canonical = rule.Rewrite(Node);
        return result == KernelType.Int ? Whole(canonical) : canonical;
    }

    // C# has no negative literals, only a minus before one; and nobody writes x + -3.
    private static Expression Node(Expression node) => node.Operation switch
    {
        Operation.Negate when IsNumber(node.Operands[0]) => Expression.Number(-node.Operands[0].Value),
        Operation.Add when IsNegative(node.Operands[1]) => Expression.Of(Operation.Subtract, node.Operands[0], Expression.Number(-node.Operands[1].Value)),
        Operation.Subtract when IsNegative(node.Operands[1]) => Expression.Of(Operation.Add, node.Operands[0], Expression.Number(-node.Operands[1].Value)),
        Operation.ToInt32 when !IsWhole(node.Operands[0]) && Constant(node.Operands[0]) is { } value => Expression.Of(Operation.ToInt32, Expression.Number((int)value)),
        _ => node,
    };

    // The compiler refuses to cast a constant that an int cannot hold.
    private static double? Constant(Expression node)
    {
        var isConstant = node.Operation is Operation.Literal or Operation.Conditional or Operation.ToInt32 or Operation.Negate or Operation.Not || Notation.Infix(node.Operation) is not null;
        if (!isConstant || node.Operands.Any(operand => Constant(operand) is null))
        {
            return null;
        }

        var values = node.Operands.Select(operand => Constant(operand)!.Value).ToList(); // none is null
        return node.Operation switch
        {
            Operation.Literal => node.Value,
            Operation.Conditional => values[0] != 0 ? values[1] : values[2],
            _ => Operations.Apply(node.Operation, values[0], values.Count > 1 ? values[1] : 0),
        };
    }

    private static bool IsWhole(Expression node) => IsNumber(node) && node.Value == (int)node.Value;

    // A method that gives an int casts wherever it returns.
    private static Expression Whole(Expression node) => node.Operation switch
    {
        Operation.Conditional => Expression.If(node.Operands[0], Whole(node.Operands[1]), Whole(node.Operands[2])),
        Operation.ToInt32 when node.Operands[0].Operation == Operation.Conditional => Whole(node.Operands[0]),
        Operation.ToInt32 => node,
        _ => Node(Expression.Of(Operation.ToInt32, node)),
    };

    private static bool IsNumber(Expression node) => node is { Operation: Operation.Literal, Kind: Kind.Number };

    private static bool IsNegative(Expression node) => IsNumber(node) && node.Value < 0 && double.IsFinite(node.Value);
}
