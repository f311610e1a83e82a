using System.CommandLine;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Runs;
using Cambrian.Studies;

namespace Cambrian.Commands;

/// <summary><c>cambrian evidence</c>: whether self-improvement happened.</summary>
internal static class EvidenceCommand
{
    private static readonly string[] AgentArms = [Catalog.EditableSelection, "adas", "no-archive", "greedy", "random"];
    private static readonly Budget Hundred = new() { Evaluations = 100 };

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> subject = new("problem") { Description = "a problem's folder or name; or the folder of a study or a run, to look at what it says" };
        var seeds = OptionKinds.Whole("--seeds", "how many seeds, from 1 on; every arm gets the same ones (default 10)", most: 10_000);
        var budget = new BudgetOptions("per run", "default: --evaluations 100");
        var improving = OptionKinds.Whole("--k", "evaluations of each run that tests an improver by itself: the k of imp@k (default 50)");
        var arms = SearchOptions.ArmsOption("for agents editable-selection where they can, adas, no-archive, greedy, random");
        var place = OptionKinds.Place("--out", "the study's folder; one that was begun is gone on with (default: studies/<problem>)");
        var parallel = SearchOptions.ParallelOption();
        var weak = SearchOptions.WeakIsolationSwitch();
        var command = new ExampledCommand(
            "evidence",
            "Run a study and say what it shows: arms on paired seeds at equal budgets, improvers swapped and run again in another domain.",
            "cambrian evidence agents-synthesis",
            "cambrian evidence agents-synthesis --seeds 10 --evaluations 200 --arms adas,random --out studies/two-arms",
            "cambrian evidence studies/agents-synthesis",
            "cambrian evidence runs/agents-synthesis-1-1")
        {
            subject, seeds, improving, arms, place, parallel, weak,
        };
        budget.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var given = parsed.GetRequiredValue(subject);
            if (File.Exists(Path.Combine(host.Absolute(given), StudyRecord.File)))
            {
                return await StudyReport.WriteAsync(host, StudyRecord.Open(host.Absolute(given)), cancellation).ConfigureAwait(false);
            }

            if (File.Exists(Path.Combine(host.Absolute(given), RunRecord.DatabaseFile)))
            {
                return await StudyReport.WriteAsync(host, host.Absolute(given), cancellation).ConfigureAwait(false);
            }

            var folder = await new ProblemPlaces(host).LoadAsync(given, cancellation).ConfigureAwait(false);
            var study = StudyRecord.Open(host.Absolute(parsed.GetValue(place) ?? Path.Combine("studies", folder.Problem.Name)));
            var options = new RunOptions { Parallel = parsed.GetValue(parallel) ?? SearchOptions.DefaultParallel, AllowWeakIsolation = parsed.GetValue(weak) };
            var strategies = SearchOptions.Arms(parsed.GetValue(arms), folder) ?? DefaultArms(folder);
            var terms = new StudyTerms(folder.Problem.Name, budget.Read(parsed, Hundred), new Budget { Evaluations = parsed.GetValue(improving) ?? 50 });
            terms.Agree(study.Path);
            var execution = new StudyExecution(host, options, study, host.Output);
            await execution.ScoreReferencesAsync(folder, cancellation).ConfigureAwait(false);
            var plan = StudyPlan.Arms(folder, strategies, terms, study);
            await execution.RunAsync(plan, parsed.GetValue(seeds) ?? 10, cancellation).ConfigureAwait(false);
            await host.Output.WriteLineAsync().ConfigureAwait(false);
            return await StudyReport.WriteAsync(host, study, cancellation).ConfigureAwait(false);
        });
        return command;
    }

    private static IEnumerable<string> DefaultArms(ProblemFolder folder) =>
        folder.File.Agent is null ? Catalog.StrategiesFor(folder).Keys : AgentArms.Where(Catalog.StrategiesFor(folder).ContainsKey);
}
