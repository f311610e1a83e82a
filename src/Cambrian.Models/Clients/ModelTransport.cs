using System.Text;
using System.Text.Json;
using Cambrian.Models.Configuration;
using Polly;
using Polly.Retry;

namespace Cambrian.Models.Clients;

/// <summary>
/// Carries the requests of one model, whichever SDK made them: tries again where that may help, waits as long as the provider
/// asks for, keeps the key out of whatever comes back, and turns every failure into a <see cref="ModelFault"/>. When it is
/// stopped, what was sent is still waited for, as it is paid; what was not is given up.
/// </summary>
internal sealed class ModelTransport : DelegatingHandler
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    private readonly ModelSection _model;
    private readonly Secret _secret;
    private readonly FaultReading _reading;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly SemaphoreSlim _lines;
    private readonly CancellationTokenSource _stopped = new();
    private readonly TimeSpan _limit;
    private readonly TimeProvider _time;

    /// <summary>A transport.</summary>
    /// <param name="model">Says how patient it is, and how much goes on at a time.</param>
    /// <param name="secret">The model's key.</param>
    /// <param name="wire">Sends.</param>
    /// <param name="time">The clock of waits and limits.</param>
    public ModelTransport(ModelSection model, Secret secret, HttpMessageHandler wire, TimeProvider time)
        : base(wire)
    {
        (_model, _secret, _reading) = (model, secret, new FaultReading(model, secret, time));
        (_limit, _time) = (TimeSpan.FromSeconds(model.TimeLimit), time);
        _lines = new SemaphoreSlim(model.Parallel);
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (model.Attempts > 1)
        {
            pipeline.AddRetry(Retries(model.Attempts - 1));
        }

        _pipeline = pipeline.Build();
    }

    /// <summary>Sends nothing more.</summary>
    public void Stop() => _stopped.Cancel();

    /// <summary>A text without the key.</summary>
    public string Redact(string text) => _secret.Redact(text);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false); // so that it can be sent more than once
        }

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopped.Token);
        await _lines.WaitAsync(waiting.Token).ConfigureAwait(false);
        try
        {
            return await _pipeline.ExecuteAsync(_ => OnceAsync(request, cancellationToken), waiting.Token).ConfigureAwait(false);
        }
        finally
        {
            _lines.Release();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _lines.Dispose();
        _stopped.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<HttpResponseMessage> OnceAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(_limit, _time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        var streamed = _model.Stream ? new StreamedReply(_model, _reading) : null;
        try
        {
            return await AnswerAsync(request, (streamed, () => late.CancelAfter(_limit)), over.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException fault)
        {
            throw _reading.Of(fault);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw _reading.Late().After(streamed?.Received ?? 0);
        }
        catch (OperationCanceledException) when (streamed is { Received: > 0 })
        {
            throw _reading.Ended().After(streamed.Received);
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, (StreamedReply? Reply, Action Came) streamed, CancellationToken cancellation)
    {
        var response = await base.SendAsync(request, cancellation).ConfigureAwait(false);
        if (response.IsSuccessStatusCode && streamed.Reply is { } reply)
        {
            using var content = response.Content;
            var pieces = await reply.ReadAsync(content, streamed.Came, cancellation).ConfigureAwait(false);
            response.Content = new StringContent(_secret.Redact(pieces), Encoding.UTF8, content.Headers.ContentType?.MediaType ?? "text/event-stream");
            return response;
        }

        var body = _secret.Redact(await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false));
        if (!response.IsSuccessStatusCode)
        {
            using (response)
            {
                throw _reading.Of(response, body);
            }
        }

        RequireJson(body);
        response.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return response;
    }

    // SDKs differ in what they make of half an answer; here all of them fail alike, and it is tried again.
    private void RequireJson(string body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            if (answer.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw _reading.Broken("the answer is no JSON object");
            }
        }
        catch (JsonException)
        {
            throw _reading.Broken("the answer is no well-formed JSON");
        }
    }

    private static RetryStrategyOptions<HttpResponseMessage> Retries(int most) => new()
    {
        MaxRetryAttempts = most,
        Delay = FirstDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        MaxDelay = LongestDelay,
        ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Exception is ModelFault { IsPassing: true }),
        DelayGenerator = outcome => ValueTask.FromResult(
            outcome.Outcome.Exception is ModelFault { RetryAfter: { } wanted } ? (TimeSpan?)(wanted < LongestDelay ? wanted : LongestDelay) : null),
    };
}
