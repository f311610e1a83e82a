using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cambrian.Repositories.Authorship;

/// <summary>
/// A git-ai authorship log, as it hangs on a commit as a note: which lines of it which session wrote (Git AI Standard 3.0.0,
/// git-ai-project/git-ai, specs/git_ai_standard_v3.0.0.md, section 1.2).
/// </summary>
internal static class AuthorshipNote
{
    /// <summary>Where the standard keeps such notes.</summary>
    public const string Reference = "refs/notes/ai";

    private const string Divider = "---";
    private const string Schema = "authorship/3.0.0";
    private const string Tool = "cambrian";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The note of a commit that one session wrote.</summary>
    /// <param name="commit">The commit's hash.</param>
    /// <param name="conversation">What identifies the session among Cambrian's.</param>
    /// <param name="model">What wrote: an edit, a model, an agent.</param>
    /// <param name="lines">By file the lines it wrote; files without are left out.</param>
    public static string Write(string commit, string conversation, string model, IReadOnlyDictionary<string, IReadOnlyList<(int First, int Last)>> lines)
    {
        var (session, trace) = ($"s_{Digits($"{Tool}:{conversation}")}", $"t_{Digits($"{Tool}:{conversation}:{commit}")}");
        var text = new StringBuilder();
        foreach (var (path, ranges) in lines.Where(file => file.Value.Count > 0).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            text.Append(Quoted(path)).Append('\n').Append($"  {session}::{trace} {LineRanges.Text(ranges)}\n");
        }

        var metadata = new JsonObject
        {
            ["schema_version"] = Schema,
            ["base_commit_sha"] = commit,
            ["prompts"] = new JsonObject(),
            ["sessions"] = new JsonObject
            {
                [session] = new JsonObject { ["agent_id"] = new JsonObject { ["tool"] = Tool, ["id"] = conversation, ["model"] = model } },
            },
        };
        return text.Append(Divider).Append('\n').Append(metadata.ToJsonString(Indented)).Append('\n').ToString();
    }

    /// <summary>Reads a note, whoever wrote it.</summary>
    /// <returns>What it says; null when it is no note of that standard.</returns>
    public static IAuthorshipRecord? Read(string note)
    {
        var stated = new StatedRanges();
        var path = "";
        var lines = note.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index].TrimEnd('\r');
            if (line == Divider)
            {
                return IsOfStandard(string.Join('\n', lines[(index + 1)..])) ? stated : null;
            }

            if (!line.StartsWith("  ", StringComparison.Ordinal))
            {
                path = line.Trim('"');
                continue;
            }

            if (line[2..].Split(' ') is not [var key, var ranges] || LineRanges.Parse(ranges) is not { } parsed)
            {
                return null;
            }

            foreach (var (first, last) in parsed)
            {
                stated.Add(path, first, last, AuthorOf(key));
            }
        }

        return null;
    }

    // Sessions, and the bare hexadecimal keys before there were any, are agents; known humans have a prefix of their own.
    private static LineAuthor AuthorOf(string key) =>
        key.StartsWith("h_", StringComparison.Ordinal) ? LineAuthor.Person
        : key.StartsWith("s_", StringComparison.Ordinal) || (key.Length is >= 7 and <= 16 && key.All(char.IsAsciiHexDigit)) ? LineAuthor.Machine
        : LineAuthor.Unstated;

    private static bool IsOfStandard(string metadata)
    {
        try
        {
            using var document = JsonDocument.Parse(metadata);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("schema_version", out var version)
                && version.ValueKind == JsonValueKind.String && version.GetString()!.StartsWith("authorship/", StringComparison.Ordinal); // a string has a text
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Quoted(string path) => path.AsSpan().IndexOfAny(' ', '\t', '\n') < 0 ? path : $"\"{path}\"";

    private static string Digits(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..14];
}
