namespace Cambrian.CSharp.Source.Edits.Idioms;

/// <summary>A loop ends early, when it has run a number of times.</summary>
internal sealed class StopAfter : ISourceEdit
{
    private static readonly string[] Bounds = ["5", "10", "20", "50", "100", "200", "500", "1000"];

    /// <inheritdoc/>
    public string Name => "stop-after";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (EachLoop.AnyToLeave(program, random) is not { } loop)
        {
            return null;
        }

        var counter = FreshName.In(program, "turns");
        var bound = random.Next(2) == 0 && new Terms(program, loop.Loop, random).MakeVariable(TypeNames.Integer) is { } variable ? variable.Operand : random.Any(Bounds)!;
        return [loop.Before($"var {counter} = 0;"), loop.AtStart($"++{counter} > {bound}", "break;")];
    }
}
