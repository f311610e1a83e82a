using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source.Edits;

/// <summary>Inserts a statement of the program or of its mate before another, renamed to what is known there.</summary>
/// <param name="fromMate">Whether it comes from the mate (crossover).</param>
internal sealed class CopyStatement(bool fromMate) : ISourceEdit
{
    private const int LongestDonor = 1_500;

    /// <inheritdoc/>
    public string Name => fromMate ? "cross-statement" : "copy-statement";

    /// <inheritdoc/>
    public bool NeedsMate => fromMate;

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (random.Any(program.EditableStatements) is not { } place || random.Any(mate.Statements) is not { } donor
            || donor.Span.Length > LongestDonor || !IsUseful(mate, donor) || !StatementFacts.JumpsFit(mate, donor, program, place))
        {
            return null;
        }

        var replaces = fromMate && random.Next(2) == 0 && StatementFacts.IsDispensable(program, place);
        if (new Transplant(mate, program, random).Rewrite(donor, place, place.SpanStart, replaces ? place.Span : default) is not { } text)
        {
            return null;
        }

        var indentation = Enclosing.Indentation(place);
        var moved = Lines.Move(text, Enclosing.Indentation(donor), indentation);
        return replaces
            ? moved == place.ToString() ? null : [SourceChange.Replace(place, moved)]
            : [new SourceChange(place.SyntaxTree, new TextSpan(place.SpanStart, 0), $"{moved}\n{indentation}")];
    }

    // A declaration whose name nobody would use, or a jump by itself, is no gain.
    private static bool IsUseful(SourceProgram mate, StatementSyntax donor) =>
        donor is not (LocalDeclarationStatementSyntax or EmptyStatementSyntax) && StatementFacts.IsPortable(mate, donor)
        && Enclosing.Function(donor) is not ConstructorDeclarationSyntax;
}
