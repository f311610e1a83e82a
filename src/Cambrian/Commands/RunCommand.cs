using System.CommandLine;
using Cambrian.Governance;

namespace Cambrian.Commands;

/// <summary><c>cambrian run</c>: starts a new run.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string?> problem = new("problem") { Arity = ArgumentArity.ZeroOrOne, Description = "a problem's folder, or the name of a shipped one ('cambrian problems' lists them)" };
        var budget = new BudgetOptions();
        var search = new SearchOptions();
        var models = new ModelOptions();
        var mandate = OptionKinds.Place("--mandate", "what the run may do without a person, and until when (default: a person promotes each version)", helpName: "FILE");
        var coder = new CoderOption();
        var start = OptionKinds.Place("--start", "a file with a construction that programs may begin with (default: from scratch)", helpName: "FILE");
        var repository = new RepositoryOptions();
        var json = JsonSwitch();
        var command = new ExampledCommand(
            "run",
            "Improve a problem's program, from its seed, until the budget is used up.",
            "cambrian run problems/bin-packing",
            "cambrian run bin-packing --time 2m --seed 7",
            "cambrian run --repository . --test 'make test' --evolve 'src/**/*.py'",
            "cambrian run bin-packing --models models.json --money 2",
            "cambrian run distance-ratio-16-2d --start results/alphaevolve/distance-ratio-16-2d.json",
            "cambrian run bin-packing --evaluations 5000 --json | tail -n 1")
        {
            problem,
        };
        budget.AddTo(command);
        search.AddTo(command);
        models.AddTo(command);
        command.Add(mandate);
        coder.AddTo(command);
        command.Add(start);
        repository.AddTo(command);
        command.Add(json);
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = (await repository.ReadAsync(parsed, host, cancellation).ConfigureAwait(false), parsed.GetValue(problem)) switch
            {
                (null, { } given) => await new ProblemPlaces(host).LoadAsync(given, cancellation).ConfigureAwait(false),
                ({ } described, null) => described,
                (null, null) => throw new UserException(ExitCode.Usage, "There is no problem to run; expected a problem's folder or name ('cambrian problems' lists them), or --repository."),
                (_, { } given) => throw new UserException(ExitCode.Usage, $"'{given}' and --repository were both given; expected one of them."),
            };
            var options = search.Read(parsed, host) with { Mandate = parsed.GetValue(mandate) is { } file ? MandateFile.Read(host.Absolute(file)) : null, Coder = coder.Read(parsed, host) };
            options = models.Read(parsed, host, folder, options);
            return await new RunExecution(host, parsed.GetValue(json))
                .ExecuteAsync(() => new StartedRun(host, folder, options).OpenAsync(parsed.GetValue(start), cancellation), folder.Path, budget.Read(parsed, models.WhenNone(parsed, options)), cancellation)
                .ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>The switch that keeps standard output for one JSON object.</summary>
    public static Option<bool> JsonSwitch() => OptionKinds.Switch("--json", "print one JSON object as the last line of standard output; everything else goes to standard error");
}
