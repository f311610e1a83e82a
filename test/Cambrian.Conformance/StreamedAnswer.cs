using System.Text.Json.Nodes;

namespace Cambrian.Conformance;

/// <summary>An answer in pieces, as the protocols of OpenAI, Anthropic and Ollama have it.</summary>
internal static class StreamedAnswer
{
    private const int LengthOfPiece = 5;

    /// <summary>The media type of a protocol's streams.</summary>
    public static string MediaType(ModelRequest request) => request.Path == "/api/chat" ? "application/x-ndjson" : "text/event-stream";

    /// <summary>The pieces, each to be sent by itself.</summary>
    public static IReadOnlyList<string> Pieces(ModelRequest request, ModelAnswer answer)
    {
        IReadOnlyList<string> pieces = request.Path switch
        {
            "/api/chat" => [.. Ollama(request, answer)],
            _ when request.Path.EndsWith("/messages", StringComparison.Ordinal) => [.. Anthropic(request, answer)],
            _ => [.. OpenAI(request, answer)],
        };
        return answer.PieceInside is { } inside ? [.. pieces.Take(pieces.Count / 2), Framed(request, inside)]
            : answer.Breaks ? [.. pieces.Take(pieces.Count / 2)]
            : pieces;
    }

    private static IEnumerable<string> Texts(ModelAnswer answer) => answer.Text.Chunk(LengthOfPiece).Select(piece => new string(piece));

    private static string Framed(ModelRequest request, string piece) => request.Path == "/api/chat" ? $"{piece}\n" : $"data: {piece}\n\n";

    // The last piece before the end has the tokens, and no choices, where they were asked for.
    private static IEnumerable<string> OpenAI(ModelRequest request, ModelAnswer answer)
    {
        yield return ": a comment, as OpenRouter sends while it waits\n\n";
        yield return Chunk(new JsonObject { ["role"] = "assistant", ["content"] = "" }, null);
        foreach (var text in Texts(answer))
        {
            yield return Chunk(new JsonObject { ["content"] = text }, null);
        }

        yield return Chunk([], answer.CutOff ? "length" : "stop");
        if (!answer.Uncounted && request.Body["stream_options"]?["include_usage"]?.GetValue<bool>() == true)
        {
            var whole = Head(request);
            whole["choices"] = new JsonArray();
            whole["usage"] = new JsonObject
            {
                ["prompt_tokens"] = answer.Input,
                ["completion_tokens"] = answer.Output,
                ["total_tokens"] = answer.Input + answer.Output + answer.Thoughts,
                ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = answer.Cached },
            };
            yield return Framed(request, whole.ToJsonString());
        }

        yield return "data: [DONE]\n\n";

        string Chunk(JsonObject delta, string? finish)
        {
            var chunk = Head(request);
            chunk["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish });
            return Framed(request, chunk.ToJsonString());
        }
    }

    private static JsonObject Head(ModelRequest request) => new() { ["id"] = "chatcmpl-1", ["object"] = "chat.completion.chunk", ["created"] = 1_764_000_000, ["model"] = request.Model };

    // The input is counted at the beginning, the output at the end, the beginning's included.
    private static IEnumerable<string> Anthropic(ModelRequest request, ModelAnswer answer)
    {
        var usage = new JsonObject
        {
            ["input_tokens"] = answer.Input - answer.Cached,
            ["cache_read_input_tokens"] = answer.Cached,
            ["cache_creation_input_tokens"] = 0,
            ["output_tokens"] = Math.Min(1, answer.Output),
        };
        var message = new JsonObject
        {
            ["id"] = "msg_1",
            ["type"] = "message",
            ["role"] = "assistant",
            ["model"] = request.Model,
            ["content"] = new JsonArray(),
            ["stop_reason"] = null,
            ["stop_sequence"] = null,
            ["usage"] = usage,
        };
        yield return Event(new JsonObject { ["type"] = "message_start", ["message"] = message });
        yield return Event(new JsonObject { ["type"] = "content_block_start", ["index"] = 0, ["content_block"] = new JsonObject { ["type"] = "text", ["text"] = "" } });
        yield return Event(new JsonObject { ["type"] = "ping" });
        foreach (var text in Texts(answer))
        {
            yield return Event(new JsonObject { ["type"] = "content_block_delta", ["index"] = 0, ["delta"] = new JsonObject { ["type"] = "text_delta", ["text"] = text } });
        }

        yield return Event(new JsonObject { ["type"] = "content_block_stop", ["index"] = 0 });
        yield return Event(new JsonObject
        {
            ["type"] = "message_delta",
            ["delta"] = new JsonObject { ["stop_reason"] = answer.CutOff ? "max_tokens" : "end_turn", ["stop_sequence"] = null },
            ["usage"] = new JsonObject { ["output_tokens"] = answer.Output },
        });
        yield return Event(new JsonObject { ["type"] = "message_stop" });

        static string Event(JsonObject data) => $"event: {data["type"]}\ndata: {data.ToJsonString()}\n\n";
    }

    private static IEnumerable<string> Ollama(ModelRequest request, ModelAnswer answer)
    {
        foreach (var text in Texts(answer))
        {
            yield return Line(text, done: false);
        }

        yield return Line("", done: true);

        string Line(string text, bool done)
        {
            var line = new JsonObject { ["model"] = request.Model, ["created_at"] = "2026-11-26T12:00:00Z", ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text }, ["done"] = done };
            if (done)
            {
                (line["done_reason"], line["prompt_eval_count"], line["eval_count"]) = (answer.CutOff ? "length" : "stop", answer.Input, answer.Output);
            }

            return $"{line.ToJsonString()}\n";
        }
    }
}
