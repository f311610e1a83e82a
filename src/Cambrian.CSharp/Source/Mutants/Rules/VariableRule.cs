using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Mutants.Rules;

/// <summary>Every variable that is read becomes every other one of its type that is known there.</summary>
internal sealed class VariableRule : IMutation
{
    /// <inheritdoc/>
    public IEnumerable<Alteration> In(SourceProgram program) =>
        from site in Sites.Values(program)
        let use = site.Node is SimpleNameSyntax name ? program.Uses.GetValueOrDefault(name) : null
        where use is { Variable: { IsFunction: false, IsAssigned: true } }
        from other in program.Readable(site.Node).OrderBy(variable => variable.Name, StringComparer.Ordinal)
        where other != use.Variable && other.Type == use.Variable.Type
        select Alteration.Of(MutantKind.Variable, site.Node, Phrase.Primary(other.Name));
}
