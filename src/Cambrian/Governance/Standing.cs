using Cambrian.Store;

namespace Cambrian.Governance;

/// <summary>Where a run stands, folded from its decisions: there is no other record of it.</summary>
internal sealed record Standing
{
    /// <summary>What it may do by itself. The least of all that was recorded: no later decision can raise it.</summary>
    public required AutonomyLevel Level { get; init; }

    /// <summary>The decision that moved the pointer last.</summary>
    public required Decision Promoted { get; init; }

    /// <summary>The version that waits for a person; null when none does.</summary>
    public Decision? Waiting { get; init; }

    /// <summary>What was decided last about a version; null when nothing was.</summary>
    public Decision? Last { get; init; }

    /// <summary>The tripwires that were touched.</summary>
    public IReadOnlyList<Decision> Trips { get; init; } = [];

    /// <summary>Where decisions lead; null without any.</summary>
    /// <param name="decisions">The oldest first.</param>
    public static Standing? Of(IEnumerable<Decision> decisions) => decisions.Aggregate((Standing?)null, (standing, next) => standing is null ? First(next) : standing.After(next));

    private static Standing First(Decision began) => new() { Level = (AutonomyLevel)Math.Clamp(began.Level, 0, 4), Promoted = began };

    private Standing After(Decision next)
    {
        var fallen = this with { Level = (AutonomyLevel)Math.Clamp(next.Level, 0, (int)Level) };
        return next.Kind switch
        {
            DecisionKind.Tripped => fallen with { Trips = [.. Trips, next] },
            DecisionKind.Promoted => fallen with { Promoted = next, Waiting = null, Last = next },
            DecisionKind.Waiting => fallen with { Waiting = next, Last = next },
            DecisionKind.Rejected => fallen with { Waiting = null, Last = next },
            _ => fallen with { Last = next },
        };
    }
}
