using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source.Edits.Idioms;

/// <summary>A loop that may change, with a body in braces.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="First">The first statement of its body.</param>
internal sealed record EachLoop(StatementSyntax Loop, StatementSyntax First)
{
    /// <summary>One of the loops over the elements of something.</summary>
    public static EachLoop? AnyOverElements(SourceProgram program, Random random) => Any(program, random, loop => loop is CommonForEachStatementSyntax);

    /// <summary>One of the loops that can be left at the start of a turn: nothing after it needs a turn, or the end of the last one.</summary>
    public static EachLoop? AnyToLeave(SourceProgram program, Random random) =>
        Any(program, random, loop => Enclosing.IsLoop(loop) && loop is not DoStatementSyntax && !Enclosing.IsEndless(loop) && (Enclosing.Condition(loop) is not { } condition || Replaceability.IsPure(condition)));

    /// <summary>The variables that hold the element, of a loop over elements.</summary>
    public IEnumerable<Variable> Elements(SourceProgram program) =>
        program.DeclaredIn(Loop).Where(variable => variable is { IsFunction: false, TypeSymbol: not null }
            && (variable.Declaration == Loop || (Loop is ForEachVariableStatementSyntax each && each.Variable.Span.Contains(variable.Declaration.Span))));

    /// <summary>A number that can be told of the element; null when there is none.</summary>
    public string? Feature(SourceProgram program, Random random) =>
        random.Any([.. Elements(program)]) is { TypeSymbol: { } type } element ? new Features(program, First, random).Any(element.Name, type) : null;

    /// <summary>Puts a statement before the loop.</summary>
    public SourceChange Before(string statement) => Insert(Loop, statement, Enclosing.Indentation(Loop));

    /// <summary>Passes over the rest of the body, or leaves the loop, where a condition holds; then does what follows.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="jump">"continue;" or "break;".</param>
    /// <param name="then">What comes next; empty for nothing.</param>
    public SourceChange AtStart(string condition, string jump, string then = "")
    {
        var indentation = Enclosing.Indentation(First);
        var block = Lines.Block($"if ({condition})", jump, indentation);
        return Insert(First, then.Length == 0 ? block : $"{block}\n{indentation}{then}", indentation);
    }

    private static EachLoop? Any(SourceProgram program, Random random, Func<StatementSyntax, bool> fits) =>
        random.Any([.. program.EditableStatements.Where(fits)]) is { } loop && Enclosing.Body(loop) is BlockSyntax { Statements: [var first, ..] } ? new EachLoop(loop, first) : null;

    private static SourceChange Insert(SyntaxNode before, string statement, string indentation) =>
        new(before.SyntaxTree, new TextSpan(before.SpanStart, 0), $"{statement}\n{indentation}");
}
