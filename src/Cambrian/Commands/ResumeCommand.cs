using System.CommandLine;
using Cambrian.Runs;

namespace Cambrian.Commands;

/// <summary><c>cambrian resume</c>: goes on with a run.</summary>
internal static class ResumeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var run = RecordedRun.Argument();
        var budget = new BudgetOptions();
        var models = new ModelOptions();
        var parallel = SearchOptions.ParallelOption();
        var weak = SearchOptions.WeakIsolationSwitch();
        var coder = new CoderOption();
        var json = RunCommand.JsonSwitch();
        var command = new ExampledCommand(
            "resume",
            "Go on with a run where it was stopped, as if it had never been. Limits on steps and evaluations count what was recorded earlier; --time counts from now.",
            "cambrian resume",
            "cambrian resume runs/bin-packing-1-1 --time 5m",
            "cambrian resume runs/bin-packing-1-1 --steps 20000")
        {
            run,
        };
        budget.AddTo(command);
        models.AddContinuedTo(command);
        command.Add(parallel);
        command.Add(weak);
        coder.AddTo(command);
        command.Add(json);
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = new RunPlaces(host).Find(parsed.GetValue(run));
            var given = new RunOptions { Parallel = parsed.GetValue(parallel) ?? SearchOptions.DefaultParallel, AllowWeakIsolation = parsed.GetValue(weak), Coder = coder.Read(parsed, host) };
            var options = models.ReadContinued(parsed, host, given);
            return await new RunExecution(host, parsed.GetValue(json))
                .ExecuteAsync(() => RunSession.OpenAsync(path, options, host.Time, cancellation), problem: null, budget.Read(parsed, models.WhenNone(parsed, options)), cancellation)
                .ConfigureAwait(false);
        });
        return command;
    }
}
