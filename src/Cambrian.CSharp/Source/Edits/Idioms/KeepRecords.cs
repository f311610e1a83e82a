namespace Cambrian.CSharp.Source.Edits.Idioms;

/// <summary>A loop passes over elements that are not better, by a number told of them, than the best it has met.</summary>
internal sealed class KeepRecords : ISourceEdit
{
    /// <inheritdoc/>
    public string Name => "keep-records";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (EachLoop.AnyOverElements(program, random) is not { } loop || loop.Feature(program, random) is not { } feature)
        {
            return null;
        }

        var best = FreshName.In(program, "best");
        var (worst, comparison) = random.Next(2) == 0 ? ("double.NegativeInfinity", "<=") : ("double.PositiveInfinity", ">=");
        return [loop.Before($"var {best} = {worst};"), loop.AtStart($"{feature} {comparison} {best}", "continue;", $"{best} = {feature};")];
    }
}
