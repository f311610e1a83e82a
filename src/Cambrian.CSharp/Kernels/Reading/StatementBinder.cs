using System.Collections.Immutable;
using Cambrian.Numerics.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Kernels.Reading;

/// <summary>
/// Understands straight-line C#: locals, assignments, if and else, early returns. Assignments disappear into the values of the
/// names; a branch that returns takes what follows it along.
/// </summary>
internal sealed class StatementBinder(ExpressionBinder expressions, KernelType result, int maxSize)
{
    /// <summary>What statements return; null with a reason when they cannot be understood.</summary>
    public Expression? Returned(ImmutableStack<StatementSyntax> statements, Scope scope)
    {
        while (!statements.IsEmpty)
        {
            statements = statements.Pop(out var statement);
            switch (statement)
            {
                case ReturnStatementSyntax { Expression: { } value }:
                    return expressions.Bind(value, scope) is { } bound && expressions.Convert(bound, result) is { } converted ? Limited(converted.Value) : null;
                case BlockSyntax block:
                    statements = Push(statements, block.Statements);
                    break;
                case IfStatementSyntax choice when Returns(choice):
                    return Branch(choice, statements, scope);
                default:
                    if (Run(statement, scope) is not { } after)
                    {
                        return null;
                    }

                    scope = after;
                    break;
            }
        }

        expressions.Refuse("Some way through the method ends without a return.");
        return null;
    }

    /// <summary>What the names mean after a statement that does not return; null with a reason when it cannot be understood.</summary>
    public Scope? Run(StatementSyntax statement, Scope scope) => statement switch
    {
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } local => Declare(local.Declaration, scope),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => Assign(assignment, scope),
        ExpressionStatementSyntax { Expression: PostfixUnaryExpressionSyntax step } => Step(step.Operand, step.Kind() == SyntaxKind.PostIncrementExpression, scope),
        ExpressionStatementSyntax { Expression: PrefixUnaryExpressionSyntax step } => Step(step.Operand, step.Kind() == SyntaxKind.PreIncrementExpression, scope),
        IfStatementSyntax choice => Choose(choice, scope),
        BlockSyntax block => block.Statements.Aggregate((Scope?)scope, (current, inner) => current is null ? null : Run(inner, current)),
        EmptyStatementSyntax => scope,
        _ => Refuse($"'{statement.Kind()}' is not supported."),
    };

    private static ImmutableStack<StatementSyntax> Push(ImmutableStack<StatementSyntax> rest, IEnumerable<StatementSyntax> statements) =>
        statements.Reverse().Aggregate(rest, (stack, statement) => stack.Push(statement));

    private static bool Returns(StatementSyntax statement) => statement.DescendantNodesAndSelf().Any(node => node is ReturnStatementSyntax);

    private Expression? Branch(IfStatementSyntax choice, ImmutableStack<StatementSyntax> rest, Scope scope)
    {
        if (Condition(choice, scope) is not { } condition || Returned(rest.Push(choice.Statement), scope) is not { } whenTrue)
        {
            return null;
        }

        var otherwise = choice.Else is { } clause ? rest.Push(clause.Statement) : rest;
        return Returned(otherwise, scope) is { } whenFalse ? Limited(Expression.If(condition, whenTrue, whenFalse)) : null;
    }

    private Scope? Choose(IfStatementSyntax choice, Scope scope)
    {
        if (Condition(choice, scope) is not { } condition || Run(choice.Statement, scope) is not { } whenTrue)
        {
            return null;
        }

        return (choice.Else is { } clause ? Run(clause.Statement, scope) : scope) is { } whenFalse ? scope.Merge(condition, whenTrue, whenFalse) : null;
    }

    private Expression? Condition(IfStatementSyntax choice, Scope scope) =>
        expressions.Bind(choice.Condition, scope) is { } condition ? expressions.Convert(condition, KernelType.Bool)?.Value : null;

    private Scope? Declare(VariableDeclarationSyntax declaration, Scope scope)
    {
        foreach (var variable in declaration.Variables)
        {
            var value = variable.Initializer is { } initializer ? expressions.Bind(initializer.Value, scope) : null;
            if (variable.Initializer is not null && value is null)
            {
                return null;
            }

            if ((KernelTypes.Named(declaration.Type.ToString()) ?? (declaration.Type.IsVar ? value?.Type : null)) is not { } type)
            {
                return Refuse($"'{declaration}' declares something other than double, int or bool.");
            }

            if (value is { } initial && expressions.Convert(initial, type) is var converted && (value = converted) is null)
            {
                return null;
            }

            scope = scope.With(variable.Identifier.ValueText, type, value);
        }

        return scope;
    }

    private Scope? Assign(AssignmentExpressionSyntax assignment, Scope scope)
    {
        if (assignment.Left is not IdentifierNameSyntax { Identifier.ValueText: var name } || !scope.Names.TryGetValue(name, out var target))
        {
            return Refuse($"'{assignment.Left}' is not a local.");
        }

        if (expressions.Bind(assignment.Right, scope) is not { } value)
        {
            return null;
        }

        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
        {
            if (Compound(assignment, target, value) is not { } combined)
            {
                return null;
            }

            value = combined;
        }

        return expressions.Convert(value, target.Type) is { } converted && Limited(converted.Value) is not null ? scope.With(name, target.Type, converted) : null;
    }

    // x += y on an int x means x = (int)(x + y).
    private Bound? Compound(AssignmentExpressionSyntax assignment, (KernelType Type, Bound? Value) target, Bound value)
    {
        if (ExpressionBinder.OperatorOf(assignment.Kind()) is not { } operation || target.Value is not { } current)
        {
            return expressions.Refuse($"'{assignment}' is not supported.");
        }

        return expressions.Combine(operation, current, value) is { } combined && target.Type == KernelType.Int && combined.Type == KernelType.Double
            ? new Bound(Expression.Of(Operation.ToInt32, combined.Value), KernelType.Int)
            : expressions.Combine(operation, current, value);
    }

    private Scope? Step(ExpressionSyntax operand, bool up, Scope scope)
    {
        if (operand is not IdentifierNameSyntax { Identifier.ValueText: var name } || !scope.Names.TryGetValue(name, out var target) || target.Value is not { } current)
        {
            return Refuse($"'{operand}' is not a local.");
        }

        return expressions.Combine(up ? Operation.Add : Operation.Subtract, current, Bound.Literal(1)) is { } stepped ? scope.With(name, target.Type, stepped) : null;
    }

    private Expression? Limited(Expression value)
    {
        if (value.Size <= maxSize)
        {
            return value;
        }

        expressions.Refuse($"Written out, it has more than {maxSize} nodes.");
        return null;
    }

    private Scope? Refuse(string reason)
    {
        expressions.Refuse(reason);
        return null;
    }
}
