using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source;

/// <summary>The part of a method's body that may change, when it is one piece that nothing outside of it looks into.</summary>
/// <param name="Function">The method.</param>
/// <param name="Parts">Its statements in order, or the one expression that is its body.</param>
internal sealed record MethodRegion(Variable Function, ImmutableArray<SyntaxNode> Parts)
{
    /// <summary>From the first part to the last.</summary>
    public TextSpan Span => TextSpan.FromBounds(Parts[0].SpanStart, Parts[^1].Span.End);

    /// <summary>Whether it is an expression.</summary>
    public bool IsExpression => Parts[0] is ExpressionSyntax;

    /// <summary>The regions of a program's methods.</summary>
    public static IReadOnlyList<MethodRegion> Of(SourceProgram program) =>
        [.. program.Variables.Select(variable => Of(program, variable)).OfType<MethodRegion>()];

    /// <summary>The region of one method; null when it has none.</summary>
    public static MethodRegion? Of(SourceProgram program, Variable function)
    {
        if (function.Declaration is not MethodDeclarationSyntax method)
        {
            return null;
        }

        var file = program.FileOf(method);
        ImmutableArray<SyntaxNode> parts = method.ExpressionBody is { Expression: var expression }
            ? file.MayChange(expression.Span) ? [expression] : []
            : [.. (method.Body?.Statements ?? []).Where(statement => file.MayChange(statement.Span))];
        return parts.IsEmpty || new MethodRegion(function, parts) is var region && (region.IsTorn(file) || region.IsLookedInto(program)) ? null : region;
    }

    /// <summary>Whether what follows can be reached through it.</summary>
    public bool EndsNormally(SourceProgram program) => Parts[^1] is StatementSyntax last && StatementFacts.EndsNormally(program, last);

    /// <summary>Its text, first line without indentation.</summary>
    public string Text => Parts[0].SyntaxTree.GetText().ToString(Span);

    /// <summary>Its text as it must read in place of another region; null when a name has no counterpart.</summary>
    public string? Rewrite(Transplant transplant, MethodRegion target)
    {
        var source = Parts[0].SyntaxTree.GetText();
        var text = "";
        for (var index = 0; index < Parts.Length; index++)
        {
            if (transplant.Rewrite(Parts[index], target.Parts[0], target.Parts[0].SpanStart, target.Span) is not { } part)
            {
                return null;
            }

            text += index == 0 ? part : source.ToString(TextSpan.FromBounds(Parts[index - 1].Span.End, Parts[index].SpanStart)) + part;
        }

        return text.Contains("EVOLVE-BLOCK", StringComparison.Ordinal) ? null : Lines.Move(text, Enclosing.Indentation(Parts[0]), Enclosing.Indentation(target.Parts[0]));
    }

    // Two blocks in one method leave fixed code between them.
    private bool IsTorn(SourceFile file) => !file.MayChange(Span);

    private bool IsLookedInto(SourceProgram program) => Parts.SelectMany(program.DeclaredIn).Any(variable => variable.Uses.Exists(use => !Span.Contains(use.Node.Span)));
}
