using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Mutants.Rules;

/// <summary>Every operator becomes every other one of its class, so that each such edit can be undone by another.</summary>
internal sealed class OperatorRule : IMutation
{
    private static readonly string[] Comparisons = ["<", "<=", ">", ">=", "==", "!="];
    private static readonly string[] Equalities = ["==", "!="];
    private static readonly string[][] Numeric = [["+", "-", "*", "/", "%"], ["&", "|", "^"], ["<<", ">>"]];
    private static readonly string[] Connectives = ["&&", "||"];
    private static readonly string[] Borders = ["< <=", "<= <", "> >=", ">= >"];

    /// <inheritdoc/>
    public IEnumerable<Alteration> In(SourceProgram program) =>
        Sites.Values(program).SelectMany(site => site.Node switch
        {
            BinaryExpressionSyntax binary => Binary(program, binary),
            InvocationExpressionSyntax call => Extremes(call),
            _ => [],
        });

    private static IEnumerable<Alteration> Binary(SourceProgram program, BinaryExpressionSyntax node)
    {
        var current = node.OperatorToken.ValueText;
        var (left, right) = (Sites.TypeOf(program, node.Left), Sites.TypeOf(program, node.Right));
        return Class(current, left, right)
            .Where(other => other != current && !(other is "/" or "%" && IsZero(program, node.Right)))
            .Select(other => Alteration.Of(Kind(current, other), node, Phrase.Compound($"{Phrase.Of(node.Left).Operand} {other} {Phrase.Of(node.Right).Operand}")));
    }

    private static string[] Class(string current, string left, string right)
    {
        if (IsOrdered(left) && IsOrdered(right))
        {
            return Comparisons.Contains(current) ? Comparisons
                : TypeNames.IsReal(left) || TypeNames.IsReal(right) ? Array.Find(Numeric[..1], known => known.Contains(current)) ?? []
                : Array.Find(Numeric, known => known.Contains(current)) ?? [];
        }

        return Connectives.Contains(current) ? Connectives
            : Equalities.Contains(current) ? Equalities
            : left == TypeNames.Boolean && right == TypeNames.Boolean ? Array.Find(Numeric[1..2], known => known.Contains(current)) ?? [] : [];
    }

    private static MutantKind Kind(string current, string other) =>
        Connectives.Contains(current) ? MutantKind.Logic
        : Borders.Contains($"{current} {other}") ? MutantKind.Border
        : Comparisons.Contains(current) ? MutantKind.Comparison : MutantKind.Arithmetic;

    private static bool IsOrdered(string type) => TypeNames.IsNumeric(type) || type == "char";

    // The compiler refuses what it can work out to be impossible.
    private static bool IsZero(SourceProgram program, ExpressionSyntax node) =>
        program.FileOf(node).Model.GetConstantValue(node) is { HasValue: true, Value: 0 or 0L or 0.0 };

    private static IEnumerable<Alteration> Extremes(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Math" }, Name.Identifier.ValueText: "Min" } => [Call(call, "Math.Max")],
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Math" }, Name.Identifier.ValueText: "Max" } => [Call(call, "Math.Min")],
        _ => [],
    };

    private static Alteration Call(InvocationExpressionSyntax call, string name) => Alteration.Of(MutantKind.Arithmetic, call, Phrase.Primary($"{name}{call.ArgumentList}"));
}
