using Cambrian.Algorithms.Folders;
using Cambrian.Core;

namespace Cambrian.Constructions;

/// <summary>The published values of a table's row, and how a value stands against them.</summary>
internal static class Published
{
    /// <summary>How far a value may lie from a published one, as a share of it, and still equal it: published values are rounded. Rules of constructions know no such tolerance.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>The name of the best value known before AlphaEvolve's.</summary>
    public const string Before = "before AlphaEvolve";

    /// <summary>The name of AlphaEvolve's value.</summary>
    public const string AlphaEvolve = "AlphaEvolve";

    /// <summary>The name of the best value published by anybody.</summary>
    public const string InPrint = "best in print";

    /// <summary>The published value of a name; null when the problem gives none, or one that does not count.</summary>
    public static KnownValueSection? Find(ProblemFile file, string name) =>
        file.Known.FirstOrDefault(known => known.Refuted is null && string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>How a value stands against a published one.</summary>
    public static Comparison Compare(Direction direction, double own, double published)
    {
        var ahead = direction == Direction.Minimise ? published - own : own - published;
        var rounding = Tolerance * Math.Abs(published);
        return ahead > rounding ? Comparison.Better : ahead >= -rounding ? Comparison.Equal : Comparison.Worse;
    }

    /// <summary>The comparison as what the value does to the published one.</summary>
    public static string Verb(Comparison comparison) => comparison switch
    {
        Comparison.Better => "beats",
        Comparison.Equal => "equals",
        _ => "falls short of",
    };
}
