using System.Text.Json;

namespace Cambrian.Bench.Problems;

/// <summary>What one run says of itself in the last line of its output.</summary>
/// <param name="Seed">The run's seed.</param>
/// <param name="Line">The JSON object.</param>
public sealed record RunSummary(int Seed, JsonElement Line)
{
    /// <summary>Score of the winner on the sealed cases; NaN when there is none.</summary>
    public double Test => Score("test");

    /// <summary>Score of the winner on the validation cases; NaN when there is none.</summary>
    public double Validation => Score("validation");

    /// <summary>Score of the winner on the training cases; NaN when there is none.</summary>
    public double Training => Score("score");

    /// <summary>A number of the run.</summary>
    public double Number(string name) => Line.GetProperty(name).GetDouble();

    /// <summary>How candidates were contained.</summary>
    public string Isolation => Line.GetProperty("isolation").GetString() ?? "";

    private double Score(string name) =>
        Line.GetProperty("best") is { ValueKind: JsonValueKind.Object } best && best.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.NaN;
}
