using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cambrian.Models.Configuration;

namespace Cambrian.Models.Clients;

/// <summary>What a provider's failure means, in words of our own.</summary>
/// <param name="model">The model that was asked.</param>
/// <param name="secret">What must not be repeated.</param>
/// <param name="time">The clock that a date to try again at is held against.</param>
internal sealed class FaultReading(ModelSection model, Secret secret, TimeProvider time)
{
    private const int LongestRemark = 200;

    // A 403 may also be about what was asked, or from where.
    private static readonly string[] AboutKeys = ["key", "permission", "auth", "credential"];
    private const int Overloaded = 529; // Anthropic's own

    /// <summary>Reads a response that is no success.</summary>
    /// <param name="response">Its status and headers.</param>
    /// <param name="body">Its text.</param>
    public ModelFault Of(HttpResponseMessage response, string body)
    {
        var error = ErrorOf(body);
        var remark = Remark(error, body);
        var code = $"{error?["code"]} {error?["type"]} {error?["status"]}";
        var kind = KindOf(response.StatusCode, code, remark);
        return new ModelFault(kind, Explain(kind, (int)response.StatusCode, remark)) { RetryAfter = RetryAfter(response) };
    }

    /// <summary>Nobody answered, or the answer broke off.</summary>
    public ModelFault Of(HttpRequestException fault) => fault.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse
        ? Broken("the answer broke off")
        : new ModelFault(FaultKind.Unreachable, $"{model.Label}: nobody answers at {model.Place} ({Words(fault.HttpRequestError)}). Check 'endpoint', and that the server runs.");

    /// <summary>Reads a failure in the middle of a reply, after a status that promised success.</summary>
    /// <param name="piece">The piece that says so.</param>
    public ModelFault OfPiece(string piece)
    {
        var error = ErrorOf(piece);
        var (code, remark) = ($"{error?["code"]} {error?["type"]} {error?["status"]}", Remark(error, piece));
        var status = int.TryParse($"{error?["code"]}", NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is >= 400 and < 600 ? given
            : Says(code, "overloaded") || Says(code, "rate_limit") ? Overloaded
            : Says(code, "invalid_request") ? (int)HttpStatusCode.BadRequest
            : (int)HttpStatusCode.InternalServerError;
        var kind = KindOf((HttpStatusCode)status, code, remark);
        return new ModelFault(kind, $"{model.Label}: {model.Place} failed in the middle of its answer.{Quoted(remark)}");
    }

    /// <summary>It took too long.</summary>
    public ModelFault Late() => new(FaultKind.Slow, FormattableString.Invariant($"{model.Label}: no answer from {model.Place} within {model.TimeLimit} s ('timeLimit')."));

    /// <summary>It was asked for pieces and gave a whole.</summary>
    public ModelFault Whole() => new(FaultKind.Refused, $"{model.Label}: {model.Place} answers in one piece where it was asked for a stream; leave 'stream' out.");

    /// <summary>It writes more than it was asked for.</summary>
    public ModelFault Endless() => new(FaultKind.Refused, FormattableString.Invariant($"{model.Label}: {model.Place} went on after {model.MaxTokens} tokens ('maxTokens'), and was not listened to any longer."));

    /// <summary>The run ended first.</summary>
    public ModelFault Ended() => new(FaultKind.Ended, $"{model.Label}: the run ended before the reply did.");

    /// <summary>What came is no answer.</summary>
    public ModelFault Broken(string how) => new(FaultKind.Broken, $"{model.Label}: {model.Place} does not answer as its protocol says: {how}.");

    private static FaultKind KindOf(HttpStatusCode status, string code, string remark) => (int)status switch
    {
        401 => FaultKind.Key,
        403 when remark.Length == 0 || AboutKeys.Any(word => Says($"{code} {remark}", word)) => FaultKind.Key,
        400 when Says(remark, "api key not valid") || Says(code, "invalid_api_key") => FaultKind.Key,
        402 => FaultKind.Quota,
        429 when Says(code, "insufficient_quota") => FaultKind.Quota,
        400 when Says(remark, "credit balance") => FaultKind.Quota,
        404 => FaultKind.UnknownModel,
        400 when Says(code, "model_not_found") => FaultKind.UnknownModel,
        429 or 503 or Overloaded => FaultKind.Busy,
        408 => FaultKind.Slow,
        >= 500 => FaultKind.Broken,
        _ => FaultKind.Refused,
    };

    private string Explain(FaultKind kind, int status, string remark) => kind switch
    {
        // What providers say about a wrong key repeats parts of it.
        FaultKind.Key => $"{model.Label}: {model.Place} refuses the key ({status}). Check {model.KeyVariable ?? "'key', which names no variable"}, and that its account may use '{model.Model}'.",
        FaultKind.UnknownModel when model.Provider == Provider.Ollama => $"{model.Label}: Ollama at {model.Place} has no model '{model.Model}' ({status}). 'ollama pull {model.Model}' fetches it; 'ollama list' shows what there is.",
        FaultKind.UnknownModel => $"{model.Label}: {model.Place} knows no model '{model.Model}' ({status}). Check 'model' and 'endpoint'.{Quoted(remark)}",
        FaultKind.Quota => $"{model.Label}: the quota of its account is used up ({status}). Add to it, or leave this model out.{Quoted(remark)}",
        FaultKind.Busy => $"{model.Label}: {model.Place} takes no more requests for now ({status}).{Quoted(remark)}",
        _ => $"{model.Label}: {model.Place} failed ({status}).{Quoted(remark)}",
    };

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };

    // OpenAI, Anthropic: {"error": {…}}; Gemini: [{"error": {…}}]; Ollama: {"error": "…"}; vLLM: {"message": …}.
    private static JsonNode? ErrorOf(string body)
    {
        try
        {
            var root = JsonNode.Parse(body);
            var first = root is JsonArray { Count: > 0 } list ? list[0] : root;
            return first is JsonObject answer ? answer["error"] is JsonObject error ? error : answer : null;
        }
        catch (JsonException)
        {
            return null; // A proxy's page, say; its status must do.
        }
    }

    private string Remark(JsonNode? error, string body)
    {
        var said = error is null ? body : $"{error["message"] ?? error["error"]}";
        var line = string.Join(' ', secret.Scrub(said).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestRemark ? line : $"{line[..(LongestRemark - 1)]}…";
    }

    private static string Quoted(string remark) => remark.Length > 0 ? $" It says: {remark}" : "";

    private static string Words(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "there is no such host",
        HttpRequestError.ConnectionError => "the connection was refused",
        HttpRequestError.SecureConnectionError => "no secure connection could be made",
        _ => "the connection failed",
    };

    private static bool Says(string text, string what) => text.Contains(what, StringComparison.OrdinalIgnoreCase);
}
