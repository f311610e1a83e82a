using Cambrian.Governance;

namespace Cambrian.Runs;

/// <summary>How a problem is searched, as the command line says it.</summary>
internal sealed record RunOptions
{
    /// <summary>Where all randomness comes from; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Candidates measured at a time; changes the speed of a run, never its ledger.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>A name of the catalog.</summary>
    public string Strategy { get; init; } = "default";

    /// <summary>The run's folder, new or empty; null for a new one below <see cref="Runs"/>.</summary>
    public string? Out { get; init; }

    /// <summary>Whether nothing is proposed but what is handed in from outside.</summary>
    public bool OnlyHandedIn { get; init; }

    /// <summary>Where runs go that were given no folder.</summary>
    public string Runs { get; init; } = "runs";

    /// <summary>Whether a machine that cannot isolate candidates fully is accepted; the grade is recorded.</summary>
    public bool AllowWeakIsolation { get; init; }

    /// <summary>Full paths of folders that a peer's evaluator needs beside its own.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>What people allow the run to do by itself; null for nothing.</summary>
    public Mandate? Mandate { get; init; }
}
