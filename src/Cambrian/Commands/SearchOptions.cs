using System.CommandLine;
using Cambrian.Algorithms.Folders;
using Cambrian.Runs;

namespace Cambrian.Commands;

/// <summary>The options that say how a run searches.</summary>
internal sealed class SearchOptions
{
    private readonly Option<int?> _seed = OptionKinds.Whole("--seed", "where all randomness comes from; the same seed repeats the run (default 1)", least: 0);
    private readonly Option<int?> _parallel = ParallelOption();
    private readonly Option<string> _strategy = OptionKinds.Choice("--strategy", "how to search", Strategies);
    private readonly Option<string?> _out = OptionKinds.Place("--out", "the run's folder (default: a new one in runs/)");
    private readonly Option<string[]> _also = AlsoOption();
    private readonly Option<bool> _allowWeakIsolation = WeakIsolationSwitch();

    /// <summary>The names of all strategies, the default first; which of them suit a problem the catalog says.</summary>
    public static IReadOnlyList<string> Strategies { get; } = [.. Catalog.Strategies.Keys.Union(Catalog.ModelStrategies.Keys).Union(Catalog.AgentStrategies.Keys).OrderByDescending(name => name == "default")];

    /// <summary>While one candidate waits for its judge or its compiler, another one runs: two for each processor keep all of them busy.</summary>
    public static int DefaultParallel => 2 * Environment.ProcessorCount;

    /// <summary>How many candidates are measured at a time.</summary>
    public static Option<int?> ParallelOption() =>
        OptionKinds.Whole("--parallel", "candidates measured at a time; changes the speed, never the result (default: two for each processor)", most: 1024);

    /// <summary>Whether less isolation than full is accepted.</summary>
    public static Option<bool> WeakIsolationSwitch() =>
        OptionKinds.Switch("--allow-weak-isolation", "go on where candidates cannot be isolated fully; the grade is recorded with every score");

    /// <summary>Which strategies to compare with the default.</summary>
    /// <param name="otherwise">Which they are by default, for the help.</param>
    public static Option<string?> ArmsOption(string otherwise) => new("--arms")
    {
        Description = $"strategies to compare with the default, with commas between (default: {otherwise})",
        HelpName = "A,B",
    };

    /// <summary>The strategies that were given; null when none were.</summary>
    /// <exception cref="UserException">One of them does not suit the problem.</exception>
    public static IReadOnlyList<string>? Arms(string? given, ProblemFolder folder)
    {
        var known = Catalog.StrategiesFor(folder).Keys;
        var names = given?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names?.FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? throw new UserException(ExitCode.Usage, $"'{unknown}' is no strategy of '{folder.Problem.Name}'; expected some of {string.Join(", ", known)}.")
            : names;
    }

    /// <summary>Folders that a peer's evaluator needs.</summary>
    public static Option<string[]> AlsoOption() => new("--also")
    {
        Description = "a folder that a peer's evaluator needs beside its own: readable for it at / and the folder's name, and searched for Python modules; may be given several times",
        HelpName = "DIR",
        DefaultValueFactory = _ => [],
    };

    /// <summary>The folders that were given, in full.</summary>
    /// <exception cref="UserException">One of them does not exist.</exception>
    public static IReadOnlyList<string> Also(IEnumerable<string> given, Host host) => [.. given.Select(path => host.Absolute(path) is var full && Directory.Exists(full)
        ? Path.TrimEndingDirectorySeparator(full)
        : throw new UserException(ExitCode.Usage, $"--also was '{path}'; expected a folder, and there is none at {full}."))];

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_seed);
        command.Add(_parallel);
        command.Add(_strategy);
        command.Add(_out);
        command.Add(_also);
        command.Add(_allowWeakIsolation);
    }

    /// <summary>What was given.</summary>
    public RunOptions Read(ParseResult parsed, Host host) => new()
    {
        Seed = parsed.GetValue(_seed) ?? 1,
        Parallel = parsed.GetValue(_parallel) ?? DefaultParallel,
        Strategy = parsed.GetRequiredValue(_strategy),
        Out = parsed.GetValue(_out) is { } path ? host.Absolute(path) : null,
        Runs = host.Absolute("runs"),
        Also = Also(parsed.GetRequiredValue(_also), host),
        AllowWeakIsolation = parsed.GetValue(_allowWeakIsolation),
    };
}
