using Cambrian.Core;
using Cambrian.Core.Gates;
using Cambrian.Core.Selectors;

namespace Cambrian.Bench.Loops;

/// <summary>A search in which nothing but the engine costs anything.</summary>
public static class NullStrategy
{
    /// <summary>What it is about.</summary>
    public static Problem Problem { get; } = new() { Name = "null", Seeds = [NullProposer.ProgramOf(-1)] };

    /// <summary>Proposer and evaluator that do nothing, tournaments of 4, a window of 8 × the workers and at least 16.</summary>
    public static Strategy Of(IArchive archive, int workers) => new()
    {
        Evaluator = new NullEvaluator(),
        Proposer = new NullProposer(),
        Archive = archive,
        Selector = new TournamentSelector(4),
        Gate = new ValidGate(),
        Seed = 1,
        Window = Math.Max(16, 8 * workers),
        Parallel = workers,
    };
}
