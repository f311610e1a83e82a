using System.Text.Encodings.Web;
using System.Text.Json;
using Cambrian.Algorithms.Folders;

namespace Cambrian.Constructions;

/// <summary>A table of published constructions, with Cambrian's beside them.</summary>
/// <param name="Name">Its name, as in <c>problem.json</c>.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record ConstructionTable(string Name, IReadOnlyList<TableRow> Rows)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The rows in which what was found equals AlphaEvolve's value or beats it.</summary>
    public int AtLeastAlphaEvolve => Rows.Count(row => row.Against(row.AlphaEvolve) >= Comparison.Equal);

    /// <summary>Looks up what was found for each problem and has it verified again.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="folders">Its problems.</param>
    /// <param name="stores">Where to look, in this order.</param>
    /// <param name="allowWeakIsolation">Whether a machine that cannot isolate programs fully is accepted.</param>
    /// <param name="cancellation">Stops the verification.</param>
    public static async Task<ConstructionTable> CollectAsync(
        string name, IEnumerable<ProblemFolder> folders, IReadOnlyList<ConstructionStore> stores, bool allowWeakIsolation, CancellationToken cancellation)
    {
        List<TableRow> rows = [];
        foreach (var folder in folders)
        {
            var path = stores.Select(store => store.PathOf(folder)).FirstOrDefault(File.Exists);
            rows.Add(path is null ? new TableRow { Folder = folder } : await RowAsync(folder, path, allowWeakIsolation, cancellation).ConfigureAwait(false));
        }

        return new ConstructionTable(name, rows);
    }

    /// <summary>For programs: one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Rows = Rows.Select(row => new
            {
                Problem = row.Folder.Problem.Name,
                Cambrian = row.Value,
                Alphaevolve = row.AlphaEvolve?.Value,
                BestInPrint = row.InPrint?.Value,
                BeatsOrEqualsAlphaevolve = row.Against(row.AlphaEvolve) is { } comparison ? comparison >= Comparison.Equal : (bool?)null,
                CpuSeconds = row.Value is null ? null : row.Found?.CpuSeconds,
                Seed = row.Value is null ? null : row.Found?.Seed,
            }),
        },
        Json);

    private static async Task<TableRow> RowAsync(ProblemFolder folder, string path, bool allowWeakIsolation, CancellationToken cancellation)
    {
        var text = await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false);
        var row = new TableRow { Folder = folder, Found = ConstructionFile.Parse(text) };
        if (row.Found is null)
        {
            return row with { Fault = $"{path} is no file that 'cambrian best --construction' wrote" };
        }

        var judge = await ProblemJudge.OpenAsync(folder, allowWeakIsolation, cancellation).ConfigureAwait(false);
        await using var disposal = judge.ConfigureAwait(false);
        try
        {
            var judged = await judge.VerifyAsync(text, cancellation).ConfigureAwait(false);
            return row with { Judged = judged, Fault = judged.IsValid ? null : judged.Disagreement ?? judged.Score.Fault ?? "its value is no number" };
        }
        catch (InvalidDataException fault)
        {
            return row with { Fault = fault.Message };
        }
    }
}
