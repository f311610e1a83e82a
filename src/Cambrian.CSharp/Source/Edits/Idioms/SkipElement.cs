namespace Cambrian.CSharp.Source.Edits.Idioms;

/// <summary>A loop passes over elements of which a number is too small or too large.</summary>
internal sealed class SkipElement : ISourceEdit
{
    private static readonly string[] Comparisons = ["<", "<=", ">", ">=", "=="];

    /// <inheritdoc/>
    public string Name => "skip-element";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (EachLoop.AnyOverElements(program, random) is not { } loop || loop.Feature(program, random) is not { } feature || new Terms(program, loop.First, random).Make(TypeNames.Integer) is not { } bound)
        {
            return null;
        }

        return feature == bound.Text ? null : [loop.AtStart($"{feature} {random.Any(Comparisons)} {bound.Operand}", "continue;")];
    }
}
