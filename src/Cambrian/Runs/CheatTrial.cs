using Cambrian.Algorithms.Folders;
using Cambrian.Core;

namespace Cambrian.Runs;

/// <summary>Scores a problem's cheats before anything is believed: none may be worth more than the honest seed.</summary>
/// <param name="folder">The problem.</param>
/// <param name="evaluator">What scores candidates in the run.</param>
/// <param name="time">The clock.</param>
/// <param name="patience">
/// The least time that a cheat has for its answer; it has more where the seed took long. Without a limit of its own, a cheat that never ends would
/// cost every run the whole time limit of its problem, which may be half an hour.
/// </param>
internal sealed class CheatTrial(ProblemFolder folder, IEvaluator evaluator, TimeProvider time, TimeSpan patience)
{
    /// <summary>At the start of a run.</summary>
    public static readonly TimeSpan Brief = TimeSpan.FromSeconds(1);

    /// <summary>Where somebody looks closer.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    // Beside what the seed took with the start of its worker.
    private const int TimesTheSeed = 3;

    /// <summary>What became of each cheat, and of the seed they are measured against.</summary>
    public async Task<(Evaluation Seed, IReadOnlyList<(string Name, Evaluation Evaluation)> Cheats)> RunAsync(CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var seed = await evaluator.EvaluateAsync(folder.Seed, rival: null, cancellation).ConfigureAwait(false);
        var (least, most) = (time.GetElapsedTime(start) + (TimesTheSeed * seed.Cpu), TimeSpan.FromSeconds(folder.File.Evaluator.TimeLimit));
        var limit = least > patience ? least : patience;
        List<(string, Evaluation)> results = [];
        foreach (var (name, cheat) in folder.Cheats)
        {
            results.Add((name, limit < most ? await EvaluateAsync(cheat, limit, cancellation).ConfigureAwait(false) : await evaluator.EvaluateAsync(cheat, rival: null, cancellation).ConfigureAwait(false)));
        }

        return (seed, results);
    }

    /// <summary>Whether a cheat got away with it. Against a seed that has no score none can: what is wrong then is the seed.</summary>
    public static bool Wins(Evaluation cheat, Evaluation seed) => seed.Outcome == Outcome.Valid && cheat.Outcome == Outcome.Valid && cheat.Score > seed.Score;

    /// <summary>Scores the cheats.</summary>
    /// <returns>What became of each.</returns>
    /// <exception cref="CheatWinsException">One of them scores better than the seed.</exception>
    public async Task<IReadOnlyList<(string Name, Evaluation Evaluation)>> RequireNoneWinsAsync(CancellationToken cancellation)
    {
        var (seed, cheats) = await RunAsync(cancellation).ConfigureAwait(false);
        foreach (var (name, evaluation) in cheats.Where(cheat => Wins(cheat.Evaluation, seed)))
        {
            var problem = folder.Problem;
            throw new CheatWinsException(
                $"The cheat '{name}' scores {problem.Orient(evaluation.Score)}, better than the seed's {problem.Orient(seed.Score)}: no score of '{problem.Name}' can be trusted. Mend the evaluator so that it is refused or scores worse.");
        }

        return cheats;
    }

    private async Task<Evaluation> EvaluateAsync(Artifact cheat, TimeSpan limit, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            return await evaluator.EvaluateAsync(cheat, rival: null, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return Evaluation.None(Outcome.TimedOut, FormattableString.Invariant($"no answer within {limit.TotalSeconds:0.#} s, where it was stopped; a candidate has {folder.File.Evaluator.TimeLimit} s"));
        }
    }
}
