using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cambrian.Coders;

/// <summary>The client's end of the Agent Client Protocol, version 1: JSON-RPC 2.0, a message a line (agentclientprotocol.com).</summary>
/// <param name="toAgent">The agent's standard input.</param>
/// <param name="fromAgent">The agent's standard output.</param>
/// <param name="gate">Answers what the agent asks for.</param>
internal sealed class AcpConnection(Stream toAgent, Stream fromAgent, AcpGate gate) : IDisposable
{
    private const int Version = 1;
    private const int LongestMessage = 8 << 20;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly StreamReader _reader = new(fromAgent, leaveOpen: true);
    private readonly char[] _buffer = new char[4096];
    private (int Next, int End) _filled;
    private int _requests;

    /// <summary>Takes an agent through one prompt.</summary>
    /// <param name="root">The work tree as the agent knows it.</param>
    /// <param name="task">The task in words.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why it stopped, in the protocol's words: "end_turn", "refusal", ….</returns>
    /// <exception cref="AcpException">It does not speak the protocol, or answered with an error.</exception>
    public async Task<string> PromptAsync(string root, string task, CancellationToken cancellation)
    {
        var hello = await AskAsync("initialize", new JsonObject
        {
            ["protocolVersion"] = Version,
            ["clientCapabilities"] = new JsonObject { ["fs"] = new JsonObject { ["readTextFile"] = true, ["writeTextFile"] = true }, ["terminal"] = false },
        }, cancellation).ConfigureAwait(false);
        if ((int?)hello?["protocolVersion"] != Version)
        {
            throw new AcpException($"it speaks version {(int?)hello?["protocolVersion"]} of the Agent Client Protocol; expected {Version}");
        }

        var session = await AskAsync("session/new", new JsonObject { ["cwd"] = root, ["mcpServers"] = new JsonArray() }, cancellation).ConfigureAwait(false);
        var end = await AskAsync("session/prompt", new JsonObject
        {
            ["sessionId"] = (string?)session?["sessionId"],
            ["prompt"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = task }),
        }, cancellation).ConfigureAwait(false);
        return (string?)end?["stopReason"] ?? "no reason given";
    }

    /// <summary>Leaves the agent's streams open: they are not ours.</summary>
    public void Dispose() => _reader.Dispose();

    private async Task<JsonNode?> AskAsync(string method, JsonObject parameters, CancellationToken cancellation)
    {
        var id = ++_requests;
        await SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters }, cancellation).ConfigureAwait(false);
        while (true)
        {
            var message = await ReceiveAsync(method, cancellation).ConfigureAwait(false);
            if ((string?)message["method"] is { } asked)
            {
                await AnswerAsync(asked, message, cancellation).ConfigureAwait(false);
            }
            else if (message["id"] is JsonValue answered && answered.TryGetValue<int>(out var number) && number == id)
            {
                return message["error"] is { } error ? throw new AcpException($"it answered '{method}' with an error: {(string?)error["message"]}") : message["result"];
            }
        }
    }

    // What comes without an id is a notification: news of what it does, which nobody here reads.
    private async Task AnswerAsync(string method, JsonNode message, CancellationToken cancellation)
    {
        if (message["id"] is { } id)
        {
            var (result, error) = gate.Answer(method, message["params"]);
            var answer = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id.DeepClone() };
            answer.Add(error is null ? KeyValuePair.Create("result", result) : KeyValuePair.Create<string, JsonNode?>("error", new JsonObject { ["code"] = -32602, ["message"] = error }));
            await SendAsync(answer, cancellation).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(JsonObject message, CancellationToken cancellation)
    {
        await toAgent.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(message), cancellation).ConfigureAwait(false);
        await toAgent.WriteAsync("\n"u8.ToArray(), cancellation).ConfigureAwait(false);
        await toAgent.FlushAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<JsonNode> ReceiveAsync(string method, CancellationToken cancellation)
    {
        while (await ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            if (Parsed(line) is JsonObject message)
            {
                return message;
            }
        }

        throw new AcpException($"it ended without an answer to '{method}'");
    }

    // A line without an end must not fill this process.
    private async Task<string?> ReadLineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_filled.Next == _filled.End)
            {
                _filled = (0, await _reader.ReadAsync(_buffer, cancellation).ConfigureAwait(false));
                if (_filled.End == 0)
                {
                    return line.Length > 0 ? line.ToString() : null;
                }
            }

            var length = _buffer.AsSpan(_filled.Next, _filled.End - _filled.Next).IndexOf('\n');
            var piece = length >= 0 ? length : _filled.End - _filled.Next;
            line.Append(_buffer, _filled.Next, piece);
            _filled.Next += piece + (length >= 0 ? 1 : 0);
            if (length >= 0)
            {
                return line.ToString();
            }

            if (line.Length > LongestMessage)
            {
                throw new AcpException($"it wrote a message of more than {LongestMessage >> 20} million characters");
            }
        }
    }

    // Agents print greetings and warnings where only messages should be.
    private static JsonNode? Parsed(string line)
    {
        try
        {
            return JsonNode.Parse(line, documentOptions: Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
