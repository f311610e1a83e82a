using System.Globalization;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;

namespace Cambrian.Constructions;

/// <summary>A table's cells as text, the same in a terminal, in Markdown and in HTML.</summary>
internal static class TableCells
{
    /// <summary>Stands where there is nothing.</summary>
    public const string None = "–";

    /// <summary>The headings; one that starts with "&gt;" stands over numbers.</summary>
    public static IReadOnlyList<string> Headings { get; } =
        ["row", ">before AlphaEvolve", ">AlphaEvolve", ">best in print", ">Cambrian", "against AlphaEvolve", ">CPU s", ">seed", "from", "verified by"];

    /// <summary>The cells of a row.</summary>
    public static IReadOnlyList<string> Of(TableRow row) =>
    [
        $"{row.Folder.Problem.Name} {(row.Folder.File.Direction == Direction.Minimise ? "↓" : "↑")}",
        Number(row.Before),
        string.Join("; ", row.AllOfAlphaEvolve.Select(Number).DefaultIfEmpty(None)),
        Number(row.InPrint),
        row.Fault is not null ? "refused" : row.Value is { } value ? Number(value) : None,
        string.Join("; ", row.AllOfAlphaEvolve.Select(published => row.Against(published)).OfType<Comparison>().Select(Verdict).DefaultIfEmpty(None)),
        row is { Value: not null, Found: { } found } ? found.CpuSeconds.ToString("0.0", CultureInfo.InvariantCulture) : None,
        row is { Value: not null, Found: { } seeded } ? seeded.Seed.ToString(CultureInfo.InvariantCulture) : None,
        row is { Value: not null, Found: { } made } ? made.From : None,
        row.VerifiedBy.Length > 0 ? row.VerifiedBy : None,
    ];

    /// <summary>What has to be said below the table: sources, values that do not count, constructions that were refused.</summary>
    public static IEnumerable<string> Notes(TableRow row)
    {
        if (row.InPrint is { } best)
        {
            yield return $"{row.Folder.Problem.Name}: best in print {Number(best)}, {best.Source}{(row.Against(best) is { } comparison and not Comparison.Worse ? $"; Cambrian {Published.Verb(comparison)} it" : "")}";
        }

        foreach (var known in row.Refuted)
        {
            yield return $"{row.Folder.Problem.Name}: † {known.Name} {Number(known)} ({known.Source}) does not count: {known.Refuted}";
        }

        if (row.Fault is { } fault)
        {
            yield return $"{row.Folder.Problem.Name}: refused: {fault}";
        }
    }

    /// <summary>A value with as many digits as published ones have.</summary>
    public static string Number(double value) => value.ToString("G11", CultureInfo.InvariantCulture);

    private static string Number(KnownValueSection? known) => known is null ? None : Number(known.Value);

    private static string Verdict(Comparison comparison) => comparison switch
    {
        Comparison.Better => "beats",
        Comparison.Equal => "equals",
        _ => "short",
    };
}
