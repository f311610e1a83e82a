namespace Cambrian.CSharp.Source.Edits;

/// <summary>Makes an expression smaller: a part of its own takes its place (hoist), or a variable or literal does (shrink).</summary>
/// <param name="hoist">Whether a part of its own.</param>
internal sealed class ShrinkExpression(bool hoist) : ISourceEdit
{
    /// <inheritdoc/>
    public string Name => hoist ? "hoist-expression" : "shrink-expression";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (random.Any(program.Targets) is not { } target)
        {
            return null;
        }

        if (!hoist)
        {
            return target.Node.ChildNodes().Any() && new Terms(program, target.Node, random).Make(target.Type) is { } term && !ExchangeExpression.IsDivisor(target.Node)
                ? [term.InPlaceOf(target.Node)]
                : null;
        }

        // What is inside a lambda of its own may use that lambda's parameters.
        var parts = program.Expressions.Where(site => site.Type == target.Type && site.Node != target.Node && target.Node.Span.Contains(site.Node.Span)
            && site.Node.SyntaxTree == target.Node.SyntaxTree && Enclosing.Function(site.Node) == Enclosing.Function(target.Node) && ExchangeExpression.ConstantFits(site, target)).ToArray();
        return random.Any(parts) is { } part ? [Phrase.Of(part.Node).InPlaceOf(target.Node)] : null;
    }
}
