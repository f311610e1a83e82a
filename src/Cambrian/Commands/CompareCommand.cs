using System.CommandLine;
using Cambrian.Core;
using Cambrian.Runs;

namespace Cambrian.Commands;

/// <summary><c>cambrian compare</c>: what the default strategy is worth against simpler ones.</summary>
internal static class CompareCommand
{
    private static readonly Budget ThousandSteps = new() { Steps = 1_000 };

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> problem = new("problem") { Description = "a problem's folder, or the name of a shipped one" };
        var seeds = OptionKinds.Whole("--seeds", "how many seeds, from 1 on; every strategy gets the same ones (default 5)", most: 10_000);
        var arms = SearchOptions.ArmsOption("all that suit the problem");
        var budget = new BudgetOptions("per run", "default: --steps 1000");
        var parallel = SearchOptions.ParallelOption();
        var weak = SearchOptions.WeakIsolationSwitch();
        var place = OptionKinds.Place("--out", "keep the runs in this folder (default: they are removed)");
        var json = RunCommand.JsonSwitch();
        var command = new ExampledCommand(
            "compare",
            "Run the default strategy against the others that suit the problem, at the same budget on the same seeds; print effect sizes with intervals.",
            "cambrian compare bin-packing",
            "cambrian compare bin-packing --seeds 10 --steps 2000 --json",
            "cambrian compare distance-ratio-14-3d --arms no-toolbox --seeds 5 --evaluations 300")
        {
            problem,
            seeds,
            arms,
            parallel,
            place,
            weak,
            json,
        };
        budget.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = await new ProblemPlaces(host).LoadAsync(parsed.GetRequiredValue(problem), cancellation).ConfigureAwait(false);
            var options = new RunOptions { Parallel = parsed.GetValue(parallel) ?? SearchOptions.DefaultParallel, AllowWeakIsolation = parsed.GetValue(weak) };
            var strategies = SearchOptions.Arms(parsed.GetValue(arms), folder) ?? Catalog.StrategiesFor(folder).DistinctBy(known => known.Value).Select(known => known.Key);
            var tournament = new StrategyTournament(host, folder, [.. strategies], (options, budget.Read(parsed, ThousandSteps)), parsed.GetValue(json));
            return await tournament.PlayAsync(parsed.GetValue(seeds) ?? 5, parsed.GetValue(place), cancellation).ConfigureAwait(false);
        });
        return command;
    }
}
