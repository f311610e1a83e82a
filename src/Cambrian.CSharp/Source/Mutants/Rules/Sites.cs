using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Mutants.Rules;

/// <summary>Where edits can be made.</summary>
internal static class Sites
{
    /// <summary>Expressions that any other of their type may replace. What stands outside of functions runs once, before a schema can choose.</summary>
    public static IEnumerable<ExpressionSite> Values(SourceProgram program) =>
        program.Expressions.Where(site => site.IsReplaceable && IsInFunction(program, site.Node) && !HasLoop(site.Node));

    /// <summary>Whether a node contains a loop. A schema repeats the text of what it exchanges, and only the original uses up fuel.</summary>
    public static bool HasLoop(SyntaxNode node) => node.DescendantNodesAndSelf().Any(Enclosing.IsLoop);

    /// <summary>Nodes of one kind inside functions.</summary>
    public static IEnumerable<T> Nodes<T>(SourceProgram program)
        where T : SyntaxNode =>
        program.Files.SelectMany(file => file.Root.DescendantNodes().OfType<T>()).Where(node => IsInFunction(program, node));

    /// <summary>Whether an expression is run for what it does: a statement by itself, or the step of a loop.</summary>
    public static bool IsEffect(ExpressionSyntax node) =>
        node.Parent is ExpressionStatementSyntax || (node.Parent is ForStatementSyntax loop && loop.Incrementors.Contains(node));

    /// <summary>The type of an expression's value as C# spells it; empty when it has none.</summary>
    public static string TypeOf(SourceProgram program, ExpressionSyntax node) =>
        program.FileOf(node).Model.GetTypeInfo(node).Type?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) ?? "";

    private static bool IsInFunction(SourceProgram program, SyntaxNode node) =>
        program.FileOf(node).MayChange(node.Span) && Enclosing.Function(node) is not null;
}
