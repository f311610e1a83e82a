using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Mutants.Rules;

/// <summary>Every statement that nothing else needs goes, or changes places with the one after it.</summary>
internal sealed class StatementRule : IMutation
{
    /// <inheritdoc/>
    public IEnumerable<Alteration> In(SourceProgram program)
    {
        foreach (var statement in program.EditableStatements.Where(statement => IsFree(program, statement)))
        {
            yield return new Alteration(MutantKind.Deletion, AlterationForm.Deletion, statement);
            if (Next(program, statement) is { } next)
            {
                yield return new Alteration(MutantKind.Exchange, AlterationForm.Exchange, statement, Next: next);
            }
        }
    }

    // Unlike the operators that change agents, these edits may take away what brings a loop to its end: a schema's fuel ends it.
    private static bool IsFree(SourceProgram program, StatementSyntax statement) =>
        statement is not (LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or YieldStatementSyntax or LabeledStatementSyntax)
        && !(statement.Parent is SwitchSectionSyntax section && section.Statements.Count == 1)
        && !StatementFacts.DeclaresForOthers(program, statement)
        && !AssignsFirst(program, statement)
        && StatementFacts.EndsNormally(program, statement)
        && !LeavesEndlessLoop(statement);

    private static StatementSyntax? Next(SourceProgram program, StatementSyntax statement)
    {
        var siblings = statement.Parent!.ChildNodes().OfType<StatementSyntax>().ToList();
        var next = siblings.ElementAtOrDefault(siblings.IndexOf(statement) + 1);
        return next is not null && program.EditableStatements.Contains(next) && IsFree(program, next) && !Sites.HasLoop(statement) && !Sites.HasLoop(next) && next.ToString() != statement.ToString() ? next : null;
    }

    // The compiler wants every variable to have a value on every way.
    private static bool AssignsFirst(SourceProgram program, StatementSyntax statement) =>
        program.UsesIn(statement).Any(use => use is { IsWrite: true, Variable.IsAssigned: false } && !statement.Span.Contains(use.Variable.Declaration.Span));

    private static bool LeavesEndlessLoop(StatementSyntax statement) =>
        StatementFacts.Jumps(statement).Any() && Enclosing.Loops(statement).Any(Enclosing.IsEndless);
}
