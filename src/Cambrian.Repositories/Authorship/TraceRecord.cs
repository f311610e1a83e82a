using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cambrian.Repositories.Authorship;

/// <summary>An Agent Trace record: who wrote which lines of a commit (cursor/agent-trace, version 0.1.0, section 6).</summary>
public sealed record TraceRecord
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Where Cambrian keeps such records: as notes on their commits, one JSON object a line. The specification leaves the place open.</summary>
    internal const string Reference = "refs/notes/agent-trace";

    /// <summary>Where the specification's reference implementation keeps them.</summary>
    internal const string CommittedFile = ".agent-trace/traces.jsonl";

    private const string Version = "0.1.0";

    /// <summary>The commit's full hash.</summary>
    public required string Revision { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What wrote it, as "provider/name"; null for a person.</summary>
    public string? Model { get; init; }

    /// <summary>By file the lines it wrote, from 1, both ends included.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<(int First, int Last)>> Lines { get; init; }

    /// <summary>The record as one line of JSON.</summary>
    public string ToJson() => new JsonObject
    {
        ["version"] = Version,
        ["id"] = Identity(),
        ["timestamp"] = Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        ["vcs"] = new JsonObject { ["type"] = "git", ["revision"] = Revision },
        ["tool"] = new JsonObject { ["name"] = "cambrian" },
        ["files"] = new JsonArray([.. Lines.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => File(file.Key, file.Value))]),
    }.ToJsonString();

    /// <summary>Adds what a record says to what is known of its commit.</summary>
    /// <param name="line">One JSON object.</param>
    /// <param name="known">Finds or makes what is known of a commit.</param>
    internal static void Read(string line, Func<string, StatedRanges> known)
    {
        try
        {
            if (JsonNode.Parse(line, documentOptions: Strict) is not JsonObject record || record["vcs"] is not JsonObject vcs || (string?)vcs["type"] != "git" || (string?)vcs["revision"] is not { } revision)
            {
                return;
            }

            foreach (var file in record["files"]?.AsArray().OfType<JsonObject>() ?? [])
            {
                ReadFile(file, known(revision));
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            // A record that is none states nothing.
        }
    }

    private static void ReadFile(JsonObject file, StatedRanges stated)
    {
        foreach (var conversation in file["conversations"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            foreach (var range in conversation["ranges"]?.AsArray().OfType<JsonObject>() ?? [])
            {
                if ((string?)file["path"] is { } path && (int?)range["start_line"] is { } first && (int?)range["end_line"] is { } last)
                {
                    stated.Add(path, first, last, AuthorOf((string?)(range["contributor"] ?? conversation["contributor"])?["type"]));
                }
            }
        }
    }

    private static LineAuthor AuthorOf(string? contributor) => contributor switch
    {
        "ai" => LineAuthor.Machine,
        "human" => LineAuthor.Person,
        "mixed" => LineAuthor.Mixed,
        _ => LineAuthor.Unstated,
    };

    private JsonObject File(string path, IReadOnlyList<(int First, int Last)> ranges)
    {
        var contributor = Model is null ? new JsonObject { ["type"] = "human" } : new JsonObject { ["type"] = "ai", ["model_id"] = Model[..Math.Min(Model.Length, 250)] };
        return new JsonObject
        {
            ["path"] = path,
            ["conversations"] = new JsonArray(new JsonObject
            {
                ["contributor"] = contributor,
                ["ranges"] = new JsonArray([.. ranges.Select(range => new JsonObject { ["start_line"] = range.First, ["end_line"] = range.Last })]),
            }),
        };
    }

    // Equal for equal commits; the bits that say so are those of a custom UUID (RFC 9562, section 5.8).
    private string Identity()
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"cambrian:{Revision}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
