using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Edits;

/// <summary>Makes a statement depend on a condition over what is known there.</summary>
internal sealed class GuardStatement : ISourceEdit
{
    /// <inheritdoc/>
    public string Name => "guard-statement";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (random.Any(program.EditableStatements) is not { } statement || statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax
            || !StatementFacts.IsDispensable(program, statement) || new Terms(program, statement, random).Condition() is not { } condition)
        {
            return null;
        }

        var indentation = Enclosing.Indentation(statement);
        return [SourceChange.Replace(statement, Lines.Block($"if ({condition.Text})", statement.ToString(), indentation))];
    }
}
