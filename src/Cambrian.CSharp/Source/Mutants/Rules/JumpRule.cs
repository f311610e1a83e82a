using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Mutants.Rules;

/// <summary>Break becomes continue and the reverse, where both mean the same loop.</summary>
internal sealed class JumpRule : IMutation
{
    /// <inheritdoc/>
    public IEnumerable<Alteration> In(SourceProgram program) => Sites.Nodes<StatementSyntax>(program).Where(MeansLoop).SelectMany(jump => jump switch
    {
        BreakStatementSyntax => [new Alteration(MutantKind.Jump, AlterationForm.Jump, jump, Phrase.Compound("continue;"))],
        ContinueStatementSyntax => [new Alteration(MutantKind.Jump, AlterationForm.Jump, jump, Phrase.Compound("break;"))],
        _ => (IEnumerable<Alteration>)[],
    });

    private static bool MeansLoop(SyntaxNode jump) =>
        jump.Ancestors().FirstOrDefault(around => Enclosing.IsLoop(around) || Enclosing.IsFunction(around) || around is SwitchStatementSyntax) is { } nearest && Enclosing.IsLoop(nearest);
}
