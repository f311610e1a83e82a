using System.Text.Json.Nodes;

namespace Cambrian.Coders;

/// <summary>
/// What an agent of the Agent Client Protocol may do to a program: read its files, write its files, nothing else. The files live
/// here and not on a disk that the agent reaches, so what it did not ask for did not happen.
/// </summary>
/// <param name="root">The work tree as the agent knows it.</param>
/// <param name="files">Path below the root to text; changed by permitted writes.</param>
internal sealed class AcpGate(string root, Dictionary<string, string> files)
{
    private static readonly string[] Harmless = ["read", "search", "think", "edit"];

    /// <summary>The files as they are now.</summary>
    public IReadOnlyDictionary<string, string> Files => files;

    /// <summary>The first thing it was refused; empty when nothing was.</summary>
    public string Refused { get; private set; } = "";

    /// <summary>Answers a request of the agent.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <returns>The result, or the reason for an error.</returns>
    public (JsonNode? Result, string? Error) Answer(string method, JsonNode? parameters) => method switch
    {
        "fs/read_text_file" => Read(parameters),
        "fs/write_text_file" => Write(parameters),
        "session/request_permission" => (Permission(parameters), null),
        _ => (null, $"there is no '{method}' here"),
    };

    private (JsonNode? Result, string? Error) Read(JsonNode? parameters)
    {
        if (Known(parameters) is not { } path)
        {
            return (null, "only the program's own files can be read here; others are on the disk");
        }

        var lines = files[path].Split('\n').AsEnumerable();
        lines = (int?)parameters!["line"] is { } first ? lines.Skip(first - 1) : lines;
        lines = (int?)parameters["limit"] is { } most ? lines.Take(most) : lines;
        return (new JsonObject { ["content"] = string.Join('\n', lines) }, null);
    }

    private (JsonNode? Result, string? Error) Write(JsonNode? parameters)
    {
        if (Known(parameters) is not { } path || (string?)parameters!["content"] is not { } content)
        {
            return (null, Refuse($"writing '{(string?)parameters?["path"]}', which is no file of the program"));
        }

        if (content.Length > WorkTree.LargestFile)
        {
            return (null, Refuse($"writing '{path}' with more than {WorkTree.LargestFile >> 20} MiB"));
        }

        files[path] = content;
        return (null, null);
    }

    // The agent's own tools are inside the sandbox in any case; this keeps an agent that asks from being told yes.
    private JsonObject Permission(JsonNode? parameters)
    {
        var kind = (string?)parameters?["toolCall"]?["kind"] ?? "other";
        var wanted = Harmless.Contains(kind) ? "allow_once" : "reject_once";
        if (wanted == "reject_once")
        {
            Refuse($"a tool of the kind '{kind}'");
        }

        var option = parameters?["options"]?.AsArray().FirstOrDefault(offered => (string?)offered?["kind"] == wanted);
        return new JsonObject
        {
            ["outcome"] = option is null
                ? new JsonObject { ["outcome"] = "cancelled" }
                : new JsonObject { ["outcome"] = "selected", ["optionId"] = (string?)option["optionId"] },
        };
    }

    private string? Known(JsonNode? parameters) =>
        (string?)parameters?["path"] is { } path && path.StartsWith(root + "/", StringComparison.Ordinal) && files.ContainsKey(path[(root.Length + 1)..]) ? path[(root.Length + 1)..] : null;

    private string Refuse(string what)
    {
        Refused = Refused.Length == 0 ? what : Refused;
        return $"refused: {what}";
    }
}
