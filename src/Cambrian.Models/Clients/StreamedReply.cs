using System.Text;
using System.Text.Json;
using Cambrian.Models.Configuration;

namespace Cambrian.Models.Clients;

/// <summary>
/// Reads one reply that comes in pieces, as server-sent events or as one JSON object a line, and knows when it is whole, broken off or
/// no reply at all. The SDKs get it when it is whole: so a stream that breaks is tried again like any other answer.
/// </summary>
/// <param name="model">The model that was asked.</param>
/// <param name="reading">Says what a failure means.</param>
internal sealed class StreamedReply(ModelSection model, FaultReading reading)
{
    private const string EventData = "data:";

    // What goes around a token takes some hundreds.
    private const long CharactersPerToken = 2048;

    private static readonly string[] Texts = ["content", "text", "thinking", "reasoning", "reasoning_content", "partial_json"];

    private readonly StringBuilder _body = new();
    private bool _ended;
    private int _pieces;

    /// <summary>Characters of text that came so far.</summary>
    public int Received { get; private set; }

    /// <summary>Reads it to its end.</summary>
    /// <param name="content">The body.</param>
    /// <param name="came">Told of every piece, so that the wait for the next one begins anew.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The whole body.</returns>
    /// <exception cref="ModelFault">It broke off, or is no reply.</exception>
    public async Task<string> ReadAsync(HttpContent content, Action came, CancellationToken cancellation)
    {
        try
        {
            using var lines = new StreamReader(await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false), Encoding.UTF8);
            while (await lines.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            {
                _body.Append(line).Append('\n');
                if (Piece(line) is { } piece && Take(piece))
                {
                    came();
                }
            }
        }
        catch (IOException)
        {
            throw BrokenOff();
        }
        catch (ModelFault fault)
        {
            throw fault.After(Received);
        }

        return _ended ? _body.ToString() : throw BrokenOff();
    }

    // Comments, names of events and blank lines are no pieces.
    private string? Piece(string line) => model.Provider == Provider.Ollama ? (line.Length > 0 ? line : null)
        : line.StartsWith(EventData, StringComparison.Ordinal) ? line[EventData.Length..].Trim()
        : line.StartsWith('{') ? throw reading.Whole()
        : null;

    private bool Take(string piece)
    {
        if (piece == "[DONE]")
        {
            return _ended = true;
        }

        try
        {
            using var document = JsonDocument.Parse(piece);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Take(document.RootElement) : throw reading.Broken("a piece of the answer is no JSON object");
        }
        catch (JsonException)
        {
            throw reading.Broken("a piece of the answer is no well-formed JSON");
        }
    }

    private bool Take(JsonElement piece)
    {
        if (piece.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null)
        {
            throw reading.OfPiece(piece.GetRawText());
        }

        _ended |= IsLast(piece);
        var text = Characters(piece);
        Received += text;
        _pieces += text > 0 ? 1 : 0;

        // A piece is a token or more: a server that knows no limit is not listened to beyond what was laid aside for the call, nor to one that says nothing at length.
        return _pieces > model.MaxTokens || _body.Length > CharactersPerToken * model.MaxTokens ? throw reading.Endless() : Word(piece, "type") != "ping";
    }

    private static bool IsLast(JsonElement piece) =>
        (piece.TryGetProperty("done", out var done) && done.ValueKind == JsonValueKind.True)
        || Word(piece, "type") == "message_stop"
        || (Choice(piece) is { } choice && Word(choice, "finish_reason") is not null);

    // OpenAI: choices[0].delta; Anthropic: delta; Ollama: message.
    private static int Characters(JsonElement piece)
    {
        var place = Choice(piece) ?? piece;
        return (place.TryGetProperty("delta", out var text) || place.TryGetProperty("message", out text)) && text.ValueKind == JsonValueKind.Object
            ? Texts.Sum(name => Word(text, name)?.Length ?? 0)
            : 0;
    }

    private static JsonElement? Choice(JsonElement piece) =>
        piece.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() > 0 && choices[0].ValueKind == JsonValueKind.Object ? choices[0] : null;

    private static string? Word(JsonElement place, string name) =>
        place.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private ModelFault BrokenOff() => reading.Broken("the answer broke off").After(Received);
}
