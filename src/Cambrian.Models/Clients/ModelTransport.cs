using System.Text;
using System.Text.Json;
using Cambrian.Models.Configuration;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Cambrian.Models.Clients;

/// <summary>
/// Carries the requests of one model, whichever SDK made them: tries again where that may help, waits as long as the provider
/// asks for, keeps the key out of whatever comes back, and turns every failure into a <see cref="ModelFault"/>.
/// </summary>
internal sealed class ModelTransport : DelegatingHandler
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    private readonly Secret _secret;
    private readonly FaultReading _reading;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly SemaphoreSlim _lines;

    /// <summary>A transport.</summary>
    /// <param name="model">Says how patient it is, and how much goes on at a time.</param>
    /// <param name="secret">The model's key.</param>
    /// <param name="wire">Sends.</param>
    /// <param name="time">The clock of waits and limits.</param>
    public ModelTransport(ModelSection model, Secret secret, HttpMessageHandler wire, TimeProvider time)
        : base(wire)
    {
        (_secret, _reading) = (secret, new FaultReading(model, secret, time));
        _lines = new SemaphoreSlim(model.Parallel);
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (model.Attempts > 1)
        {
            pipeline.AddRetry(Retries(model.Attempts - 1));
        }

        _pipeline = pipeline.AddTimeout(TimeSpan.FromSeconds(model.TimeLimit)).Build();
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false); // so that it can be sent more than once
        }

        await _lines.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await _pipeline.ExecuteAsync(token => OnceAsync(request, token), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            throw _reading.Late();
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
        base.Dispose(disposing);
    }

    private async ValueTask<HttpResponseMessage> OnceAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            var response = await base.SendAsync(request, cancellation).ConfigureAwait(false);
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
        catch (HttpRequestException fault)
        {
            throw _reading.Of(fault);
        }
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
        ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Exception is ModelFault { IsPassing: true } or TimeoutRejectedException),
        DelayGenerator = outcome => ValueTask.FromResult(
            outcome.Outcome.Exception is ModelFault { RetryAfter: { } wanted } ? (TimeSpan?)(wanted < LongestDelay ? wanted : LongestDelay) : null),
    };
}
