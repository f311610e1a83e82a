using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source.Mutants.Rules;

/// <summary>Neighbouring arguments of one type, and the sides of a difference, quotient or remainder, change places.</summary>
internal sealed class OrderRule : IMutation
{
    /// <inheritdoc/>
    public IEnumerable<Alteration> In(SourceProgram program) => Sites.Values(program).SelectMany(site => site.Node switch
    {
        InvocationExpressionSyntax call => Arguments(program, call),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression or (int)SyntaxKind.DivideExpression or (int)SyntaxKind.ModuloExpression } binary
            when Sites.TypeOf(program, binary.Left) == Sites.TypeOf(program, binary.Right) && binary.Left.ToString() != binary.Right.ToString()
            => [Alteration.Of(MutantKind.Order, binary, Phrase.Compound($"{Phrase.Of(binary.Right).Operand} {binary.OperatorToken} {Phrase.Of(binary.Left).Operand}"))],
        _ => (IEnumerable<Alteration>)[],
    });

    private static IEnumerable<Alteration> Arguments(SourceProgram program, InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        for (var index = 0; index + 1 < arguments.Count; index++)
        {
            var (first, second) = (arguments[index].Expression, arguments[index + 1].Expression);
            var type = Sites.TypeOf(program, first);
            if (type.Length > 0 && type == Sites.TypeOf(program, second) && first.ToString() != second.ToString() && !IsExtreme(call))
            {
                var text = call.SyntaxTree.GetText();
                string Between(int from, int to) => text.ToString(TextSpan.FromBounds(from, to));
                yield return Alteration.Of(MutantKind.Order, call, Phrase.Primary(
                    $"{Between(call.SpanStart, first.SpanStart)}{second}{Between(first.Span.End, second.SpanStart)}{first}{Between(second.Span.End, call.Span.End)}"));
            }
        }
    }

    private static bool IsExtreme(InvocationExpressionSyntax call) => call.Expression.ToString() is "Math.Min" or "Math.Max";
}
