using System.Collections.Immutable;
using Cambrian.Numerics.Expressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Kernels.Reading;

/// <summary>
/// Understands C# expressions over double, int and bool from their syntax alone, with C#'s own types and conversions. What it
/// cannot keep exactly (ints that may overflow, other types, unknown names) it refuses, with a reason.
/// </summary>
internal sealed class ExpressionBinder(IReadOnlyList<Function> toolbox)
{
    /// <summary>Why something was refused: the first reason.</summary>
    public string Reason { get; private set; } = "";

    public Bound? Refuse(string reason)
    {
        Reason = Reason.Length == 0 ? reason : Reason;
        return null;
    }

    public Bound? Bind(ExpressionSyntax syntax, Scope scope) => syntax switch
    {
        ParenthesizedExpressionSyntax inner => Bind(inner.Expression, scope),
        LiteralExpressionSyntax literal => Literal(literal),
        IdentifierNameSyntax name => Name(name, scope),
        PrefixUnaryExpressionSyntax unary => Unary(unary, scope),
        BinaryExpressionSyntax binary => Binary(binary, scope),
        ConditionalExpressionSyntax choice => Choice(choice, scope),
        CastExpressionSyntax cast => Cast(cast, scope),
        MemberAccessExpressionSyntax member => Constant(member),
        InvocationExpressionSyntax call => Call(call, scope),
        _ => Refuse($"'{syntax}' is no arithmetic."),
    };

    /// <summary>An operator on two values, with C#'s typing.</summary>
    public Bound? Combine(Operation operation, Bound left, Bound right)
    {
        if (operation is Operation.And or Operation.Or)
        {
            return left.Type == KernelType.Bool && right.Type == KernelType.Bool
                ? Bound.Bool(Expression.Of(operation, left.Value, right.Value))
                : Refuse($"{operation} needs two bools.");
        }

        if (!left.IsNumber || !right.IsNumber)
        {
            return Refuse($"{operation} needs two numbers.");
        }

        if (operation >= Operation.Less)
        {
            return Bound.Bool(Expression.Of(operation, left.Value, right.Value));
        }

        return left.IsInt && right.IsInt ? IntArithmetic.Apply(operation, left, right) ?? Refuse(IntArithmetic.Refusal) : Bound.Double(Expression.Of(operation, left.Value, right.Value));
    }

    /// <summary>What a value becomes when it is assigned to a type.</summary>
    public Bound? Convert(Bound value, KernelType type)
    {
        if (value.Type == type)
        {
            return value;
        }

        return value.IsInt && type == KernelType.Double ? Bound.Double(value.Value) : Refuse($"A {value.Type} is no {type}.");
    }

    public static Operation? OperatorOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.AddExpression or SyntaxKind.AddAssignmentExpression => Operation.Add,
        SyntaxKind.SubtractExpression or SyntaxKind.SubtractAssignmentExpression => Operation.Subtract,
        SyntaxKind.MultiplyExpression or SyntaxKind.MultiplyAssignmentExpression => Operation.Multiply,
        SyntaxKind.DivideExpression or SyntaxKind.DivideAssignmentExpression => Operation.Divide,
        SyntaxKind.ModuloExpression or SyntaxKind.ModuloAssignmentExpression => Operation.Remainder,
        SyntaxKind.LessThanExpression => Operation.Less,
        SyntaxKind.LessThanOrEqualExpression => Operation.LessOrEqual,
        SyntaxKind.GreaterThanExpression => Operation.Greater,
        SyntaxKind.GreaterThanOrEqualExpression => Operation.GreaterOrEqual,
        SyntaxKind.EqualsExpression => Operation.Equal,
        SyntaxKind.NotEqualsExpression => Operation.NotEqual,
        _ => Logical(kind),
    };

    // Nothing here has side effects, so & and && are the same.
    private static Operation? Logical(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LogicalAndExpression or SyntaxKind.BitwiseAndExpression or SyntaxKind.AndAssignmentExpression => Operation.And,
        SyntaxKind.LogicalOrExpression or SyntaxKind.BitwiseOrExpression or SyntaxKind.OrAssignmentExpression => Operation.Or,
        _ => null,
    };

    private Bound? Literal(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        double number => Bound.Double(Expression.Number(number)),
        int number => Bound.Literal(number),
        bool truth => Bound.Bool(Expression.Truth(truth)),
        _ => Refuse($"'{literal}' is neither double, int nor bool."),
    };

    private Bound? Name(IdentifierNameSyntax name, Scope scope)
    {
        if (!scope.Names.TryGetValue(name.Identifier.ValueText, out var known))
        {
            return Refuse($"'{name}' is not a parameter, a local or a constant of numbers.");
        }

        return known.Value ?? Refuse($"'{name}' is read before it is assigned.");
    }

    private Bound? Unary(PrefixUnaryExpressionSyntax unary, Scope scope)
    {
        if (Bind(unary.Operand, scope) is not { } operand)
        {
            return null;
        }

        return unary.Kind() switch
        {
            SyntaxKind.UnaryPlusExpression when operand.IsNumber => operand,
            SyntaxKind.UnaryMinusExpression when operand is { IsNumber: true, Value.Operation: Operation.Literal } => operand with { Value = Expression.Number(-operand.Value.Value), Low = -operand.High, High = -operand.Low },
            SyntaxKind.UnaryMinusExpression when operand.IsInt => IntArithmetic.Apply(Operation.Subtract, Bound.Literal(0), operand) ?? Refuse(IntArithmetic.Refusal),
            SyntaxKind.UnaryMinusExpression when operand.IsNumber => Bound.Double(Expression.Of(Operation.Negate, operand.Value)),
            SyntaxKind.LogicalNotExpression when !operand.IsNumber => Bound.Bool(Expression.Of(Operation.Not, operand.Value)),
            _ => Refuse($"'{unary}' is no arithmetic."),
        };
    }

    private Bound? Binary(BinaryExpressionSyntax binary, Scope scope)
    {
        if (OperatorOf(binary.Kind()) is not { } operation)
        {
            return Refuse($"'{binary.OperatorToken}' is not supported.");
        }

        return Bind(binary.Left, scope) is { } left && Bind(binary.Right, scope) is { } right ? Combine(operation, left, right) : null;
    }

    private Bound? Choice(ConditionalExpressionSyntax choice, Scope scope)
    {
        if (Bind(choice.Condition, scope) is not { } condition || Bind(choice.WhenTrue, scope) is not { } whenTrue || Bind(choice.WhenFalse, scope) is not { } whenFalse)
        {
            return null;
        }

        return condition.IsNumber || whenTrue.IsNumber != whenFalse.IsNumber
            ? Refuse($"'{choice}' mixes types.")
            : Scope.Choice(condition.Value, whenTrue, whenFalse);
    }

    // A cast to int stays visible even on an int, so that what is printed is read back as it was.
    private Bound? Cast(CastExpressionSyntax cast, Scope scope)
    {
        if (Bind(cast.Expression, scope) is not { } value)
        {
            return null;
        }

        return cast.Type.ToString() switch
        {
            "double" when value.IsNumber => Bound.Double(value.Value),
            "int" when value.IsInt => value with { Value = Expression.Of(Operation.ToInt32, value.Value) },
            "int" when value.IsNumber => new(Expression.Of(Operation.ToInt32, value.Value), KernelType.Int),
            _ => Refuse($"'{cast}' converts to something other than double or int."),
        };
    }

    private Bound? Constant(MemberAccessExpressionSyntax member) => member.ToString() switch
    {
        "Math.PI" or "double.Pi" => Bound.Double(Expression.Number(Math.PI)),
        "Math.E" or "double.E" => Bound.Double(Expression.Number(Math.E)),
        "Math.Tau" or "double.Tau" => Bound.Double(Expression.Number(Math.Tau)),
        "double.NaN" => Bound.Double(Expression.Number(double.NaN)),
        "double.PositiveInfinity" => Bound.Double(Expression.Number(double.PositiveInfinity)),
        "double.NegativeInfinity" => Bound.Double(Expression.Number(double.NegativeInfinity)),
        "double.MaxValue" => Bound.Double(Expression.Number(double.MaxValue)),
        "double.MinValue" => Bound.Double(Expression.Number(double.MinValue)),
        "double.Epsilon" => Bound.Double(Expression.Number(double.Epsilon)),
        "int.MaxValue" => Bound.Literal(int.MaxValue),
        "int.MinValue" => Bound.Literal(int.MinValue),
        var other => Refuse($"'{other}' is not supported."),
    };

    private Bound? Call(InvocationExpressionSyntax call, Scope scope)
    {
        var arguments = ImmutableArray.CreateBuilder<Bound>();
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (argument.NameColon is not null || argument.RefKindKeyword != default || Bind(argument.Expression, scope) is not { } bound)
            {
                return Refuse($"'{argument}' is not supported as an argument.");
            }

            arguments.Add(bound);
        }

        var name = call.Expression.ToString();
        if (toolbox.FirstOrDefault(function => function.Name == name) is { } function)
        {
            return ToolboxCall(function, arguments.ToImmutable());
        }

        return MathCalls.Bind(name, arguments.ToImmutable()) ?? Refuse($"'{call}' is neither a known call of Math nor one of the toolbox.");
    }

    private Bound? ToolboxCall(Function function, ImmutableArray<Bound> arguments)
    {
        if (!function.Parameters.SequenceEqual(arguments.Select(argument => argument.Value.Kind)))
        {
            return Refuse($"{function.Name} takes ({string.Join(", ", function.Parameters)}).");
        }

        var value = Expression.Call(function, [.. arguments.Select(argument => argument.Value)]);
        return Bound.Of(function.Result == Kind.Truth ? KernelType.Bool : KernelType.Double, value);
    }
}
