using System.Collections.Concurrent;
using Cambrian.Core;
using Cambrian.Models.Calls;

namespace Cambrian.Models.Novelty;

/// <summary>The embeddings of a run's programs: each is asked for once, and is in memory from then on. Shared by all models of a run.</summary>
/// <param name="embedder">Embeds.</param>
/// <param name="stepWorth">What a step is worth in money; above 0.</param>
public sealed class ProgramEmbeddings(PaidEmbedder embedder, double stepWorth)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ModelCall>>> _calls = new();
    private readonly ConcurrentDictionary<string, float[]> _units = new();

    /// <summary>Those of programs that were measured and admitted.</summary>
    public SimilarityIndex Admitted { get; } = new();

    /// <summary>The embedding of a program, of length 1, and what it cost in steps; null where there is none: a program that cannot be embedded is not compared.</summary>
    public async Task<(float[]? Unit, double Effort)> OfAsync(Artifact program, CancellationToken cancellation)
    {
        var asked = _calls.GetOrAdd(program.Id, _ => new Lazy<Task<ModelCall>>(() => embedder.EmbedAsync(TextOf(program), CancellationToken.None)));
        var call = await asked.Value.WaitAsync(cancellation).ConfigureAwait(false);
        return (UnitOf(program, call), call.Price / stepWorth);
    }

    /// <summary>Takes note of a model's step.</summary>
    public void Observe(Step step)
    {
        // Whatever is embedded was so before its step was remembered; in a run that goes on, before it was stopped.
        if (step.Admitted is { } candidate && (_units.GetValueOrDefault(candidate.Artifact.Id) ?? Recorded(candidate.Artifact)) is { } unit)
        {
            Admitted.Add(step.Number, unit);
        }
    }

    private float[]? Recorded(Artifact program) => embedder.Find(TextOf(program)) is { } call ? UnitOf(program, call) : null;

    private float[]? UnitOf(Artifact program, ModelCall call) =>
        _units.TryGetValue(program.Id, out var known) ? known
        : PaidEmbedder.VectorOf(call) is { } vector ? _units.GetOrAdd(program.Id, SimilarityIndex.Unit(vector))
        : null;

    // As ShinkaEvolve does: the program's text alone. Of several files, each with its name.
    private static string TextOf(Artifact program) => program.Files.Count == 1
        ? program.Files.Values.First()
        : string.Join('\n', program.Files.Select(file => $"{file.Key}\n{file.Value}"));
}
