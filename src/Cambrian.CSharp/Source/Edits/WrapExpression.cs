namespace Cambrian.CSharp.Source.Edits;

/// <summary>Puts a number into Math.Max, Min or Abs, or makes it one side of a choice.</summary>
internal sealed class WrapExpression : ISourceEdit
{
    /// <inheritdoc/>
    public string Name => "wrap-expression";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (random.Any(program.Targets) is not { } target)
        {
            return null;
        }

        var terms = new Terms(program, target.Node, random);
        var phrase = Phrase.Of(target.Node);
        if (target.IsNumeric && random.Chance(0.7))
        {
            return random.Next(5) switch
            {
                0 => [Phrase.Primary($"Math.Abs({phrase.Text})").InPlaceOf(target.Node)],
                1 or 2 => terms.Make(target.Type) is { } bound ? [Phrase.Primary($"Math.Max({phrase.Text}, {bound.Text})").InPlaceOf(target.Node)] : null,
                _ => terms.Make(target.Type) is { } bound ? [Phrase.Primary($"Math.Min({phrase.Text}, {bound.Text})").InPlaceOf(target.Node)] : null,
            };
        }

        return terms.Condition() is { } condition && terms.Make(target.Type) is { } other && other != phrase
            ? [Phrase.Compound($"{condition.Operand} ? {phrase.Operand} : {other.Operand}").InPlaceOf(target.Node)]
            : null;
    }
}
