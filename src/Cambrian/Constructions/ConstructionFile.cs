using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cambrian.Constructions;

/// <summary>A construction with where it comes from, as it is kept. What it claims is verified again by whoever reads it.</summary>
internal sealed record ConstructionFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, RespectNullableAnnotations = true };

    /// <summary>The problem's name.</summary>
    public required string Problem { get; init; }

    /// <summary>What the evaluator gave it.</summary>
    public required double Score { get; init; }

    /// <summary>The command that makes it again.</summary>
    public required string Command { get; init; }

    /// <summary>The run's seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Processor time that it took to find, that of the constructions it was made from included.</summary>
    public required double CpuSeconds { get; init; }

    /// <summary>The construction it was made from; null for one from scratch.</summary>
    public StartRecord? Start { get; init; }

    /// <summary>The construction as JSON.</summary>
    public required string Construction { get; init; }

    /// <summary>"scratch" or "chain".</summary>
    public string From => Start is null ? "scratch" : "chain";

    /// <summary>Reads a file that <see cref="ToJson"/> wrote.</summary>
    /// <returns>Null when it is none: a construction of somebody else's, for instance.</returns>
    public static ConstructionFile? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Members>(text, Json) is { } told
                ? new ConstructionFile
                {
                    Problem = told.Problem,
                    Score = told.Score,
                    Command = told.Command,
                    Seed = told.Seed,
                    CpuSeconds = told.CpuSeconds,
                    Start = told.Start,
                    Construction = told.Construction.GetRawText(),
                }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The file's text: one member a line, so that a change of the construction is a change of one line.</summary>
    public string ToJson()
    {
        List<(string Name, string Value)> members =
        [
            ("problem", JsonSerializer.Serialize(Problem, Json)),
            ("score", Score.ToString("R", CultureInfo.InvariantCulture)),
            ("command", JsonSerializer.Serialize(Command, Json)),
            ("seed", Seed.ToString(CultureInfo.InvariantCulture)),
            ("cpuSeconds", Math.Round(CpuSeconds, 2).ToString(CultureInfo.InvariantCulture)),
            ("from", JsonSerializer.Serialize(From, Json)),
        ];
        if (Start is not null)
        {
            members.Add(("start", JsonSerializer.Serialize(Start, Json)));
        }

        members.Add(("construction", Construction));
        return $"{{\n{string.Join(",\n", members.Select(member => $"  \"{member.Name}\": {member.Value}"))}\n}}\n";
    }

    private sealed record Members
    {
        public required string Problem { get; init; }

        public required double Score { get; init; }

        public required string Command { get; init; }

        public required int Seed { get; init; }

        public required double CpuSeconds { get; init; }

        public StartRecord? Start { get; init; }

        public required JsonElement Construction { get; init; }
    }
}
