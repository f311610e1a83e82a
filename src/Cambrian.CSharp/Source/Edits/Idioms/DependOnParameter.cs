using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Edits.Idioms;

/// <summary>A method that always answers with the same number answers with one that depends on its parameters.</summary>
internal sealed class DependOnParameter : ISourceEdit
{
    // {0}: the constant, {1} and {2}: parameters. Real division, so that nothing is divided by a whole zero.
    private static readonly string[] RealForms =
    [
        "{0} + {1}", "{0} - {1}", "{0} * {1}", "{0} / (1.0 + {1})", "{0} * {1} * {2}", "{0} * {1} - {2}", "Math.Sqrt({1})", "Math.Log(1.0 + {1})", "Math.Log(1.0 + 1.0 / {1})",
    ];

    private static readonly string[] WholeForms = ["{0} + {1}", "{0} - {1}", "{0} * {1}", "{0} + {1} / 2", "{0} + {1} * {2}", "Math.Max({0}, {1})", "Math.Min({0}, {1})"];

    /// <inheritdoc/>
    public string Name => "depend-on-parameter";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (random.Any(MethodRegion.Of(program)) is not { Function.Declaration: MethodDeclarationSyntax method } region || Answer(region) is not { } answer)
        {
            return null;
        }

        var isReal = method.ReturnType.ToString() == TypeNames.Real;
        var parameters = program.Variables.Where(variable => variable.Function == method && variable.Declaration is ParameterSyntax && variable.IsAssigned
            && (variable.Type == TypeNames.Integer || (isReal && variable.Type == TypeNames.Real))).ToArray();
        if (parameters.Length == 0 || !(isReal || method.ReturnType.ToString() == TypeNames.Integer))
        {
            return null;
        }

        var form = random.Any(isReal ? RealForms : WholeForms)!;
        return [Phrase.Compound(string.Format(null, form, Phrase.Of(answer).Operand, random.Any(parameters)!.Name, random.Any(parameters)!.Name)).InPlaceOf(answer)];
    }

    private static ExpressionSyntax? Answer(MethodRegion region) => region.Parts switch
    {
        [ReturnStatementSyntax { Expression: LiteralExpressionSyntax answer }] => answer,
        [LiteralExpressionSyntax answer] => answer,
        _ => null,
    };
}
