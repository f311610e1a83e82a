using Cambrian.Algorithms.Folders;
using Cambrian.CSharp.Evaluators;

namespace Cambrian.Constructions;

/// <summary>A problem in a table: published values beside the best construction that Cambrian found.</summary>
internal sealed record TableRow
{
    /// <summary>The problem.</summary>
    public required ProblemFolder Folder { get; init; }

    /// <summary>What was found; null for nothing.</summary>
    public ConstructionFile? Found { get; init; }

    /// <summary>What the verifiers say of it now; null for nothing.</summary>
    public JudgedConstruction? Judged { get; init; }

    /// <summary>Why what was found does not count; null where it does, and where nothing was found.</summary>
    public string? Fault { get; init; }

    /// <summary>What the verifiers make of it; null where nothing was found that counts.</summary>
    public double? Value => Fault is null ? Judged?.Score.Value : null;

    /// <summary>The best value known before AlphaEvolve.</summary>
    public KnownValueSection? Before => Published.Find(Folder.File, Published.Before);

    /// <summary>AlphaEvolve's value.</summary>
    public KnownValueSection? AlphaEvolve => Published.Find(Folder.File, Published.AlphaEvolve);

    /// <summary>AlphaEvolve's value, and any it published later under a longer name.</summary>
    public IEnumerable<KnownValueSection> AllOfAlphaEvolve =>
        Folder.File.Known.Where(known => known.Refuted is null && known.Name.StartsWith(Published.AlphaEvolve, StringComparison.OrdinalIgnoreCase));

    /// <summary>The best value published by anybody.</summary>
    public KnownValueSection? InPrint => Published.Find(Folder.File, Published.InPrint);

    /// <summary>Published values that do not count.</summary>
    public IEnumerable<KnownValueSection> Refuted => Folder.File.Known.Where(known => known.Refuted is not null);

    /// <summary>By whom what was found is verified.</summary>
    public string VerifiedBy => (Value, Judged?.Check) switch
    {
        (null, _) => "",
        (_, null) => "evaluator",
        _ => "both verifiers",
    };

    /// <summary>How what was found stands against a published value; null where there is nothing to compare.</summary>
    public Comparison? Against(KnownValueSection? published) =>
        Value is { } own && published is not null ? Published.Compare(Folder.File.Direction, own, published.Value) : null;
}
