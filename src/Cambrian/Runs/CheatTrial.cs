using Cambrian.Algorithms.Folders;
using Cambrian.Core;

namespace Cambrian.Runs;

/// <summary>Scores a problem's cheats before anything is believed: none may be worth more than the honest seed.</summary>
internal sealed class CheatTrial(ProblemFolder folder, IEvaluator evaluator)
{
    /// <summary>What became of each cheat, and of the seed they are measured against.</summary>
    public async Task<(Evaluation Seed, IReadOnlyList<(string Name, Evaluation Evaluation)> Cheats)> RunAsync(CancellationToken cancellation)
    {
        var seed = await evaluator.EvaluateAsync(folder.Seed, rival: null, cancellation).ConfigureAwait(false);
        List<(string, Evaluation)> results = [];
        foreach (var (name, cheat) in folder.Cheats)
        {
            results.Add((name, await evaluator.EvaluateAsync(cheat, rival: null, cancellation).ConfigureAwait(false)));
        }

        return (seed, results);
    }

    /// <summary>Whether a cheat got away with it. Against a seed that has no score none can: what is wrong then is the seed.</summary>
    public static bool Wins(Evaluation cheat, Evaluation seed) => seed.Outcome == Outcome.Valid && cheat.Outcome == Outcome.Valid && cheat.Score > seed.Score;

    /// <exception cref="CheatWinsException">One of them scores better than the seed.</exception>
    public async Task RequireNoneWinsAsync(CancellationToken cancellation)
    {
        var (seed, cheats) = await RunAsync(cancellation).ConfigureAwait(false);
        foreach (var (name, evaluation) in cheats.Where(cheat => Wins(cheat.Evaluation, seed)))
        {
            var problem = folder.Problem;
            throw new CheatWinsException(
                $"The cheat '{name}' scores {problem.Orient(evaluation.Score)}, better than the seed's {problem.Orient(seed.Score)}: no score of '{problem.Name}' can be trusted. Mend the evaluator so that it is refused or scores worse.");
        }
    }
}
