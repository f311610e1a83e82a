using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Mutants.Rules;

/// <summary>Compound assignments become each other; what counts up counts down.</summary>
internal sealed class EffectRule : IMutation
{
    private static readonly string[] Compound = ["+=", "-=", "*=", "/=", "%="];

    /// <inheritdoc/>
    public IEnumerable<Alteration> In(SourceProgram program) =>
        Sites.Nodes<ExpressionSyntax>(program).Where(Sites.IsEffect).SelectMany(node => node switch
        {
            AssignmentExpressionSyntax assignment when TypeNames.IsNumeric(Sites.TypeOf(program, assignment.Left)) && TypeNames.IsNumeric(Sites.TypeOf(program, assignment.Right)) => Others(assignment),
            PostfixUnaryExpressionSyntax counted => Counted(counted, counted.Operand, counted.OperatorToken.ValueText, isPostfix: true),
            PrefixUnaryExpressionSyntax counted => Counted(counted, counted.Operand, counted.OperatorToken.ValueText, isPostfix: false),
            _ => [],
        });

    private static IEnumerable<Alteration> Others(AssignmentExpressionSyntax node) =>
        Compound.Contains(node.OperatorToken.ValueText)
            ? Compound.Where(other => other != node.OperatorToken.ValueText && !(other is "/=" or "%=" && node.Right is LiteralExpressionSyntax { Token.ValueText: "0" }))
                .Select(other => Effect(node, $"{node.Left} {other} {node.Right}"))
            : [];

    private static IEnumerable<Alteration> Counted(ExpressionSyntax node, ExpressionSyntax operand, string current, bool isPostfix)
    {
        var other = current switch { "++" => "--", "--" => "++", _ => "" };
        return other.Length == 0 ? [] : [Effect(node, isPostfix ? $"{operand}{other}" : $"{other}{operand}")];
    }

    private static Alteration Effect(ExpressionSyntax node, string text) => new(MutantKind.Arithmetic, AlterationForm.Effect, node, Phrase.Compound(text));
}
