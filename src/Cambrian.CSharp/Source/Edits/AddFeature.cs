namespace Cambrian.CSharp.Source.Edits;

/// <summary>Lets a number or a condition depend on one more of the variables known there.</summary>
internal sealed class AddFeature : ISourceEdit
{
    private static readonly string[] RealForms = ["{0} + {1}", "{0} - {1}", "{0} * {1}", "{0} / (1 + Math.Abs({1}))", "{0} + {2} * {1}", "{0} - {2} * {1}"];
    private static readonly string[] WholeForms = ["{0} + {1}", "{0} - {1}", "{0} + {2} * {1}", "{0} + {1} / {2}"];
    private static readonly string[] Weights = ["0.01", "0.1", "0.5", "2.0", "10.0"];

    /// <inheritdoc/>
    public string Name => "add-feature";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (random.Any(program.Targets) is not { } target)
        {
            return null;
        }

        var terms = new Terms(program, target.Node, random);
        var phrase = Phrase.Of(target.Node);
        if (target.Type == TypeNames.Boolean)
        {
            var connective = random.Next(2) == 0 ? "&&" : "||";
            return random.Chance(0.2)
                ? [Phrase.Compound($"!{phrase.Operand}").InPlaceOf(target.Node)]
                : terms.Condition() is { } condition ? [Phrase.Compound($"{phrase.Operand} {connective} {condition.Operand}").InPlaceOf(target.Node)] : null;
        }

        if (target.Type is not (TypeNames.Real or TypeNames.Integer) || terms.MakeVariable(target.Type) is not { } feature)
        {
            return null;
        }

        var isReal = target.Type == TypeNames.Real;
        var form = random.Any(isReal ? RealForms : WholeForms)!;
        var weight = isReal ? random.Any(Weights)! : $"{random.Next(2, 6)}";
        return [Phrase.Compound(string.Format(null, form, phrase.Operand, feature.Operand, weight)).InPlaceOf(target.Node)];
    }
}
