using Cambrian.Coders;
using Cambrian.Governance;
using Cambrian.Models.Calls;
using Cambrian.Models.Configuration;

namespace Cambrian.Runs;

/// <summary>How a problem is searched, as the command line says it.</summary>
internal sealed record RunOptions
{
    // As many models are asked at a time, and none of them knows what comes of the others: eight keeps a provider busy and the answers informed.
    private const int WindowOfModels = 8;
    private const int WindowOfEdits = 16;

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

    /// <summary>The coding agent that makes all children; null for none.</summary>
    public CoderOptions? Coder { get; init; }

    /// <summary>Where runs go that were given no folder.</summary>
    public string Runs { get; init; } = "runs";

    /// <summary>Whether a machine that cannot isolate candidates fully is accepted; the grade is recorded.</summary>
    public bool AllowWeakIsolation { get; init; }

    /// <summary>The models that propose; null for none.</summary>
    public ModelRoster? Models { get; init; }

    /// <summary>What may be spent on them, over all calls that go on with the run.</summary>
    public SpendingLimit Spending { get; init; } = new();

    /// <summary>Reads an environment variable: where keys come from. Holds no key itself.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    /// <summary>The folder of a run whose recorded replies are used instead of asking; null to ask.</summary>
    public string? Replay { get; init; }

    /// <summary>Step k chooses from what was remembered up to step k − this. Narrower with models, whose calls should know what came of the last ones.</summary>
    public int Window => Models is null ? WindowOfEdits : WindowOfModels;

    /// <summary>Full paths of folders that a peer's evaluator needs beside its own.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>What people allow the run to do by itself; null for nothing.</summary>
    public Mandate? Mandate { get; init; }
}
