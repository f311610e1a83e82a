using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source.Edits;

/// <summary>Takes out a statement that nothing else needs, or the shell around a statement: an if, an else, a loop.</summary>
internal sealed class DeleteStatement : ISourceEdit
{
    /// <inheritdoc/>
    public string Name => "delete-statement";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (random.Any(program.EditableStatements) is not { } statement)
        {
            return null;
        }

        if (statement is IfStatementSyntax choice && random.Next(2) == 0)
        {
            return Unwrap(program, choice, random);
        }

        var isLastOfLoop = statement.Parent is BlockSyntax { Parent: { } around, Statements.Count: 1 } && Enclosing.IsLoop(around);
        return !isLastOfLoop && StatementFacts.IsDispensable(program, statement) ? [WholeLines(program, statement)] : null;
    }

    private static SourceChange[]? Unwrap(SourceProgram program, IfStatementSyntax choice, Random random)
    {
        if (!StatementFacts.IsDispensable(program, choice) || StatementFacts.Jumps(choice).Any() || program.DeclaredIn(choice.Condition).Any())
        {
            return null;
        }

        var branch = choice.Else is { } other && random.Next(2) == 0 ? other.Statement : choice.Statement;
        return [SourceChange.Replace(choice, Lines.Move(branch.ToString(), Enclosing.Indentation(branch), Enclosing.Indentation(choice)))];
    }

    // With its line when it has one to itself, so that no empty lines pile up.
    internal static SourceChange WholeLines(SourceProgram program, StatementSyntax statement)
    {
        var text = statement.SyntaxTree.GetText();
        var (first, last) = (text.Lines.GetLineFromPosition(statement.SpanStart), text.Lines.GetLineFromPosition(statement.Span.End));
        var span = TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
        var alone = text.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart)).AsSpan().IsWhiteSpace() && text.ToString(TextSpan.FromBounds(statement.Span.End, last.End)).AsSpan().IsWhiteSpace();
        return new SourceChange(statement.SyntaxTree, alone && program.FileOf(statement).MayChange(span) ? span : statement.Span, "");
    }
}
