using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Report;
using Cambrian.Runs;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary>Runs the default strategy and others on the same seeds at the same budget.</summary>
/// <param name="host">Where it runs.</param>
/// <param name="folder">The problem.</param>
/// <param name="strategies">The others.</param>
/// <param name="run">How each run goes, and how far.</param>
/// <param name="json">Whether standard output is for one JSON object alone.</param>
internal sealed class StrategyTournament(Host host, ProblemFolder folder, IReadOnlyList<string> strategies, (RunOptions Options, Budget Budget) run, bool json)
{
    private const string Default = "default";
    private readonly ScoreFormat _format = ScoreFormat.Of(folder);
    private readonly TextWriter _text = json ? host.Error : host.Output;
    private string _cases = "training";

    /// <summary>Runs all, prints what came of it.</summary>
    /// <param name="seeds">How many.</param>
    /// <param name="place">Where to keep the runs; null to remove them.</param>
    /// <param name="cancellation">Stops; nothing is concluded then.</param>
    public async Task<int> PlayAsync(int seeds, string? place, CancellationToken cancellation)
    {
        var temporary = place is null ? Directory.CreateTempSubdirectory("cambrian-compare-") : null;
        try
        {
            var arms = await RunAllAsync(seeds, temporary?.FullName ?? host.Absolute(place!), cancellation).ConfigureAwait(false);
            var comparison = new StrategyComparison(folder.Problem.Name, run.Budget, [.. Enumerable.Range(1, seeds)], _cases, arms);
            await _text.WriteLineAsync().ConfigureAwait(false);
            foreach (var line in comparison.Lines(_format))
            {
                await _text.WriteLineAsync(line).ConfigureAwait(false);
            }

            if (json)
            {
                await host.Output.WriteLineAsync(comparison.ToJson(_format)).ConfigureAwait(false);
            }

            return (int)ExitCode.Done;
        }
        finally
        {
            temporary?.Delete(recursive: true);
        }
    }

    // Seed by seed, so that whatever else the machine does meanwhile meets all strategies alike.
    private async Task<IReadOnlyList<Arm>> RunAllAsync(int seeds, string place, CancellationToken cancellation)
    {
        var arms = strategies.Except([Default]).Prepend(Default).Select(name => new Arm(name)).ToArray();
        for (var seed = 1; seed <= seeds; seed++)
        {
            for (var arm = 0; arm < arms.Length; arm++)
            {
                arms[arm] = await RunAsync(arms[arm], seed, place, cancellation).ConfigureAwait(false);
                await _text.WriteLineAsync($"seed {seed}  {arms[arm].Strategy,-14} {_format.OrientedWithUnit(arms[arm].Scores[^1])}").ConfigureAwait(false);
            }
        }

        return arms;
    }

    private async Task<Arm> RunAsync(Arm arm, int seed, string place, CancellationToken cancellation)
    {
        var cpuBefore = ProcessorTime.Used();
        var own = run.Options with { Seed = seed, Strategy = arm.Strategy, Out = Path.Combine(place, $"{folder.Problem.Name}-{arm.Strategy}-{seed}") };
        var session = await RunSession.CreateAsync(folder, own, host.Time, cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            if (arm.Scores.Count == 0)
            {
                await session.CheckCheatsAsync(CheatTrial.Brief, cancellation).ConfigureAwait(false);
            }

            var ownBudget = await session.InTasksAsync(run.Budget, cancellation).ConfigureAwait(false);
            var progress = new Progress(ownBudget, session.RecordedSteps, host.Time);
            await foreach (var step in session.RunAsync(ownBudget, cancellation).ConfigureAwait(false))
            {
                progress.Take(step);
            }

            var result = await session.FinishAsync(cancellation).ConfigureAwait(false);
            return arm.With(Score(result), progress, ProcessorTime.Used() - cpuBefore + session.SandboxCpu);
        }
    }

    // The sealed cases where there are any: validation picked the winner, and so flatters it.
    private double Score(RunResult result)
    {
        (_cases, var own) = result switch
        {
            { Test: { } test } => ("sealed test", test),
            { Validation: { } validation } => ("validation", validation),
            _ => ("training", _format.Own(result.Winner.Score)),
        };
        return folder.Problem.Orient(own);
    }
}
