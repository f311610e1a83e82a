using System.CommandLine;
using Cambrian.Core;

namespace Cambrian.Commands;

/// <summary>The options that say when a run ends.</summary>
internal sealed class BudgetOptions
{
    private readonly Option<int?> _steps;
    private readonly Option<int?> _evaluations;
    private readonly Option<TimeSpan?> _time;

    /// <summary>The options.</summary>
    /// <param name="scope">What steps and evaluations are counted over, for the help.</param>
    /// <param name="whenNone">What holds when none is given, for the help.</param>
    public BudgetOptions(string scope = "in all, recorded ones included", string whenNone = "default 60s when no limit is given")
    {
        _steps = OptionKinds.Whole("--steps", $"end after N steps {scope}");
        _evaluations = OptionKinds.Whole("--evaluations", $"end after N evaluations {scope}");
        _time = OptionKinds.Duration("--time", $"end after this wall time, for instance 60s, 1m30s or 2h ({whenNone})");
    }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_steps);
        command.Add(_evaluations);
        command.Add(_time);
    }

    /// <summary>What was given, or a default when nothing was.</summary>
    public Budget Read(ParseResult parsed, Budget whenNone)
    {
        var budget = new Budget { Steps = parsed.GetValue(_steps), Evaluations = parsed.GetValue(_evaluations), Time = parsed.GetValue(_time) };
        return budget is { Steps: null, Evaluations: null, Time: null } ? whenNone : budget;
    }

    /// <summary>A minute.</summary>
    public static Budget Minute { get; } = new() { Time = TimeSpan.FromSeconds(60) };
}
