using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source.Edits;

/// <summary>Inserts a break or continue under a condition into a loop that also ends without it.</summary>
internal sealed class LeaveLoop : ISourceEdit
{
    /// <inheritdoc/>
    public string Name => "leave-loop";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (random.Any(program.EditableStatements) is not { } place || Enclosing.Loops(place).FirstOrDefault() is not { } loop || Enclosing.IsEndless(loop))
        {
            return null;
        }

        var inSwitch = place.Ancestors().TakeWhile(around => around != loop).Any(around => around is SwitchStatementSyntax);
        if (inSwitch || new Terms(program, place, random).Condition() is not { } condition)
        {
            return null;
        }

        // A continue in a while loop may skip what brings the loop to its end.
        var jump = loop is ForStatementSyntax or CommonForEachStatementSyntax && random.Next(2) == 0 ? "continue;" : "break;";
        var indentation = Enclosing.Indentation(place);
        return [new SourceChange(place.SyntaxTree, new TextSpan(place.SpanStart, 0), Lines.Block($"if ({condition.Text})", jump, indentation) + $"\n{indentation}")];
    }
}
