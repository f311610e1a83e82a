using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source.Edits;

/// <summary>Moves a statement to another place of its function, or exchanges two neighbours.</summary>
internal sealed class MoveStatement : ISourceEdit
{
    /// <inheritdoc/>
    public string Name => "move-statement";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (random.Any(program.EditableStatements) is not { } statement)
        {
            return null;
        }

        return random.Next(2) == 0 ? Exchange(program, statement) : Move(program, statement, random);
    }

    private static SourceChange[]? Exchange(SourceProgram program, StatementSyntax statement)
    {
        var siblings = program.EditableStatements.Where(other => other.Parent == statement.Parent && other.SpanStart > statement.Span.End);
        if (siblings.FirstOrDefault() is not { } next || !MayPass(program, statement, next) || statement is LocalFunctionStatementSyntax || next is LocalFunctionStatementSyntax)
        {
            return null;
        }

        return StatementFacts.EndsNormally(program, statement) && StatementFacts.EndsNormally(program, next)
            ? [SourceChange.Replace(statement, next.ToString()), SourceChange.Replace(next, statement.ToString())]
            : null;
    }

    // What the first declares or assigns for the first time must not be needed by the second.
    private static bool MayPass(SourceProgram program, StatementSyntax first, StatementSyntax second)
    {
        var declared = program.DeclaredIn(first).Concat(program.UsesIn(first).Where(use => use is { IsWrite: true, Variable.IsAssigned: false }).Select(use => use.Variable)).ToHashSet();
        return !program.UsesIn(second).Any(use => declared.Contains(use.Variable));
    }

    private static SourceChange[]? Move(SourceProgram program, StatementSyntax statement, Random random)
    {
        var function = Enclosing.Function(statement);
        var places = program.EditableStatements.Where(other => other != statement && !statement.Span.Contains(other.Span) && other.SyntaxTree == statement.SyntaxTree && Enclosing.Function(other) == function).ToArray();
        if (statement is LocalDeclarationStatementSyntax || random.Any(places) is not { } place || !StatementFacts.IsDispensable(program, statement) || !StatementFacts.JumpsFit(program, statement, program, place))
        {
            return null;
        }

        var isLastOfLoop = statement.Parent is BlockSyntax { Parent: { } around, Statements.Count: 1 } && Enclosing.IsLoop(around);
        if (isLastOfLoop || !KnowsAll(program, statement, place))
        {
            return null;
        }

        var indentation = Enclosing.Indentation(place);
        var moved = Lines.Move(statement.ToString(), Enclosing.Indentation(statement), indentation);
        return [DeleteStatement.WholeLines(program, statement), new SourceChange(place.SyntaxTree, new TextSpan(place.SpanStart, 0), $"{moved}\n{indentation}")];
    }

    // Moved, not copied: names must mean the same as before, and what it declares must not clash there.
    private static bool KnowsAll(SourceProgram program, StatementSyntax statement, StatementSyntax place)
    {
        var known = program.Known(place, place.SpanStart).ToHashSet();
        var own = program.DeclaredIn(statement).ToHashSet();
        var control = program.ControlVariables(place);
        return program.UsesIn(statement).All(use => own.Contains(use.Variable) || (known.Contains(use.Variable) && use.Variable.IsAssigned && !(use.IsWrite && control.Contains(use.Variable))))
            && !own.Any(variable => program.Variables.Any(other => other != variable && other.Name == variable.Name && other.Function == variable.Function));
    }
}
