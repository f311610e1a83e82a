using Cambrian.CSharp.Source.Edits.Idioms;

namespace Cambrian.CSharp.Source.Edits;

/// <summary>
/// Rewrites code by one of a closed list of idioms: what people who write search programs often do next. Human knowledge, and
/// declared as such; it knows shapes of code, and nothing of any problem.
/// </summary>
internal sealed class ApplyIdiom : ISourceEdit
{
    private static readonly ISourceEdit[] Idioms = [new DependOnParameter(), new ScaleCount(), new BreakTies(), new SortBeforeLoop(), new SkipElement(), new StopAfter(), new KeepRecords()];

    /// <inheritdoc/>
    public string Name => "apply-idiom";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        var idiom = random.Any(Idioms)!; // there are some
        return idiom.Try(program, mate, random)?.Select(change => change with { Kind = idiom.Name }).ToList();
    }
}
