using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Edits;

/// <summary>
/// Takes a method's body from the mate's method of the same name and signature: in place of its own, or beside it, with a
/// condition on what is known there to choose between the two (if-join).
/// </summary>
/// <param name="join">Whether beside it.</param>
internal sealed class CrossMethod(bool join) : ISourceEdit
{
    private const int LongestJoin = 6_000;

    /// <inheritdoc/>
    public string Name => join ? "if-join" : "cross-method";

    /// <inheritdoc/>
    public bool NeedsMate => true;

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (random.Any(MethodRegion.Of(program)) is not { } own || Donor(mate, own) is not { } donor || donor.IsExpression != own.IsExpression || donor.Text == own.Text)
        {
            return null;
        }

        if (own.EndsNormally(program) != donor.EndsNormally(mate) || donor.Rewrite(new Transplant(mate, program, random), own) is not { } text)
        {
            return null;
        }

        var tree = own.Parts[0].SyntaxTree;
        return !join ? [new SourceChange(tree, own.Span, text)] : Join(program, own, text, random) is { } joined ? [new SourceChange(tree, own.Span, joined)] : null;
    }

    private static MethodRegion? Donor(SourceProgram mate, MethodRegion own)
    {
        var twins = mate.Variables.Where(other => other.Name == own.Function.Name && other.Type == own.Function.Type && other.IsStatic == own.Function.IsStatic && other.Declaration is MethodDeclarationSyntax).ToArray();
        return twins is [var twin] ? MethodRegion.Of(mate, twin) : null;
    }

    private static string? Join(SourceProgram program, MethodRegion own, string theirs, Random random)
    {
        if (own.Span.Length + theirs.Length > LongestJoin || new Terms(program, own.Parts[0], random).Condition() is not { } condition)
        {
            return null;
        }

        if (own.IsExpression)
        {
            return $"{condition.Operand} ? ({own.Text}) : ({theirs})";
        }

        var indentation = Enclosing.Indentation(own.Parts[0]);
        return $"{Lines.Block($"if ({condition.Text})", own.Text, indentation)}\n{indentation}{Lines.Block("else", theirs, indentation)}";
    }
}
