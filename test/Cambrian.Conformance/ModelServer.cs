using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Cambrian.Conformance;

/// <summary>A server on this machine that speaks the protocols of OpenAI (and with it Gemini's), Anthropic and Ollama, and answers what a script says.</summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<ModelRequest> _requests = new();
    private readonly Func<ModelRequest, ModelAnswer> _script;
    private readonly CancellationTokenSource _over = new();
    private readonly Task _serving;
    private int _piecesSent;

    public ModelServer(Func<ModelRequest, ModelAnswer> script)
    {
        _script = script;
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where it is, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>What it was asked so far, in order.</summary>
    public IReadOnlyList<ModelRequest> Requests => [.. _requests];

    /// <summary>How many pieces of streams were sent so far.</summary>
    public int PiecesSent => Volatile.Read(ref _piecesSent);

    /// <summary>An address where nobody answers.</summary>
    public static string Nowhere => $"http://127.0.0.1:{FreePort()}";

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Close();
        await _serving;
        _over.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        List<Task> answers = [];
        while (!_over.IsCancellationRequested)
        {
            try
            {
                answers.Add(AnswerAsync(await _listener.GetContextAsync()));
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                break;
            }
        }

        await Task.WhenAll(answers);
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = JsonNode.Parse(await reader.ReadToEndAsync(_over.Token))!.AsObject();
            var request = new ModelRequest(context.Request.Url!.AbsolutePath, (context.Request.Headers["Authorization"] ?? "").Replace("Bearer ", "", StringComparison.Ordinal), body);
            _requests.Enqueue(request);
            var answer = _script(request);
            await Task.Delay(answer.Delay, _over.Token);
            if (request.Streams && answer is { Status: 200, Raw: null, NeverStreams: false })
            {
                await StreamAsync(context.Response, answer, StreamedAnswer.MediaType(request), StreamedAnswer.Pieces(request, answer));
            }
            else
            {
                await WriteAsync(context.Response, answer, Encoding.UTF8.GetBytes(answer.Raw ?? Body(request, answer).ToJsonString()));
            }
        }
        catch (Exception gone) when (gone is HttpListenerException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // Whoever asked does not wait any more, or the test is over.
        }
    }

    private async Task StreamAsync(HttpListenerResponse response, ModelAnswer answer, string media, IReadOnlyList<string> pieces)
    {
        (response.ContentType, response.SendChunked) = (media, true);
        foreach (var piece in pieces)
        {
            await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(piece), _over.Token);
            await response.OutputStream.FlushAsync(_over.Token);
            Interlocked.Increment(ref _piecesSent);
            await Task.Delay(answer.Pause, _over.Token);
        }

        if (answer.Breaks)
        {
            response.Abort();
        }
        else
        {
            response.Close();
        }
    }

    private static async Task WriteAsync(HttpListenerResponse response, ModelAnswer answer, byte[] body)
    {
        response.StatusCode = answer.Status;
        response.ContentType = "application/json";
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        response.ContentLength64 = body.Length;
        await response.OutputStream.WriteAsync(answer.Breaks ? body.AsMemory(0, body.Length / 2) : body);
        if (answer.Breaks)
        {
            await response.OutputStream.FlushAsync();
            response.Abort();
        }
        else
        {
            response.Close();
        }
    }

    private static JsonObject Body(ModelRequest request, ModelAnswer answer) => request.Path switch
    {
        "/api/chat" => Ollama(request, answer),
        "/api/embed" or "/v1/embeddings" or "/v1beta/openai/embeddings" => Embedded(request, answer),
        _ when request.Path.EndsWith("/messages", StringComparison.Ordinal) => Anthropic(request, answer),
        _ => OpenAI(request, answer),
    };

    private static JsonObject OpenAI(ModelRequest request, ModelAnswer answer)
    {
        if (answer.Status != 200)
        {
            return new JsonObject { ["error"] = new JsonObject { ["message"] = answer.Text, ["type"] = "error", ["code"] = answer.Code } };
        }

        var message = new JsonObject { ["role"] = "assistant", ["content"] = answer.Text };
        var body = new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 1_764_000_000,
            ["model"] = request.Model,
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = answer.CutOff ? "length" : "stop" }),
        };
        if (!answer.Uncounted)
        {
            body["usage"] = new JsonObject
            {
                ["prompt_tokens"] = answer.Input,
                ["completion_tokens"] = answer.Output,
                ["total_tokens"] = answer.Input + answer.Output + answer.Thoughts,
                ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = answer.Cached },
            };
        }

        return body;
    }

    private static JsonObject Anthropic(ModelRequest request, ModelAnswer answer) => answer.Status != 200
        ? new JsonObject { ["type"] = "error", ["error"] = new JsonObject { ["type"] = answer.Code, ["message"] = answer.Text } }
        : new JsonObject
        {
            ["id"] = "msg_1",
            ["type"] = "message",
            ["role"] = "assistant",
            ["model"] = request.Model,
            ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = answer.Text }),
            ["stop_reason"] = answer.CutOff ? "max_tokens" : "end_turn",
            ["stop_sequence"] = null,
            ["usage"] = new JsonObject
            {
                ["input_tokens"] = answer.Input - answer.Cached,
                ["cache_read_input_tokens"] = answer.Cached,
                ["cache_creation_input_tokens"] = 0,
                ["output_tokens"] = answer.Output,
            },
        };

    private static JsonObject Ollama(ModelRequest request, ModelAnswer answer) => answer.Status != 200
        ? new JsonObject { ["error"] = answer.Text }
        : new JsonObject
        {
            ["model"] = request.Model,
            ["created_at"] = "2026-11-26T12:00:00Z",
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = answer.Text },
            ["done"] = true,
            ["done_reason"] = answer.CutOff ? "length" : "stop",
            ["prompt_eval_count"] = answer.Input,
            ["eval_count"] = answer.Output,
        };

    // OpenAI's clients ask for base64; llama.cpp and others answer with numbers all the same.
    private static JsonObject Embedded(ModelRequest request, ModelAnswer answer)
    {
        if (answer.Status != 200)
        {
            return request.Path == "/api/embed" ? Ollama(request, answer) : OpenAI(request, answer);
        }

        var vector = answer.Vector ?? [1];
        if (request.Path == "/api/embed")
        {
            return new JsonObject { ["model"] = request.Model, ["embeddings"] = new JsonArray(Numbers(vector)), ["prompt_eval_count"] = answer.Input };
        }

        JsonNode embedding = $"{request.Body["encoding_format"]}" == "base64" && answer.Code != "numbers"
            ? Convert.ToBase64String(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>([.. vector]))
            : Numbers(vector);
        var body = new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray(new JsonObject { ["object"] = "embedding", ["index"] = 0, ["embedding"] = embedding }),
            ["model"] = request.Model,
        };
        if (!answer.Uncounted)
        {
            body["usage"] = new JsonObject { ["prompt_tokens"] = answer.Input, ["total_tokens"] = answer.Input };
        }

        return body;
    }

    private static JsonArray Numbers(IEnumerable<float> vector) => new([.. vector.Select(number => JsonValue.Create(number))]);
}
