using System.Text.Json;
using Cambrian.Core;
using Cambrian.Sandbox;
using Cambrian.Sandbox.Workers;
using Cambrian.Worker;

namespace Cambrian.CSharp.Evaluators;

/// <summary>
/// A method of candidates that is called for its answer, not for a score: prepares a program, loads it into a warm sandboxed
/// runner, hands it one argument. A driver, shaped like a problem's evaluator, hands the argument to the method.
/// </summary>
/// <typeparam name="TArgument">The driver's case.</typeparam>
/// <typeparam name="TAnswer">The driver's answer.</typeparam>
/// <param name="options">Which method, with which limits; cases, stages and data are not used.</param>
/// <param name="preparation">Turns an artifact into something a runner can load.</param>
/// <param name="sandbox">Where runners work; they start with the first call.</param>
public sealed class CandidateFunction<TArgument, TAnswer>(CSharpEvaluatorOptions options, ProgramPreparation preparation, SandboxRunner sandbox) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private Task<WorkerPool>? _runners;

    /// <summary>Calls the method of one artifact.</summary>
    /// <param name="artifact">Whose method.</param>
    /// <param name="argument">What it is called with.</param>
    /// <param name="cancellation">Kills the runner.</param>
    /// <returns>The answer, or the reason why there is none.</returns>
    public async Task<CandidateAnswer<TAnswer>> CallAsync(Artifact artifact, TArgument argument, CancellationToken cancellation)
    {
        var program = preparation.Prepare(artifact, cancellation);
        if (program.Load is null)
        {
            return None(Outcome.Failed, program.Feedback);
        }

        var pool = await OpenAsync().WaitAsync(cancellation).ConfigureAwait(false);
        var runner = await pool.LeaseAsync(cancellation).ConfigureAwait(false);
        await using var giveBack = runner.ConfigureAwait(false);
        try
        {
            await runner.AskAsync(Message.Load, program.Load, options.TimeLimit, cancellation).ConfigureAwait(false);
            var reply = await runner.AskAsync(Message.Answer, frame => frame.Write(Wire<TArgument>.Write(argument)), options.TimeLimit, cancellation).ConfigureAwait(false);
            return new CandidateAnswer<TAnswer>(Outcome.Valid, Wire<TAnswer>.Read(reply.ReadBytes()), "");
        }
        catch (WorkerException fault)
        {
            return None(fault.TimedOut ? Outcome.TimedOut : Outcome.Failed, fault.Message);
        }
        catch (JsonException fault)
        {
            return None(Outcome.Invalid, $"The answer cannot be read: {fault.Message}");
        }
    }

    /// <summary>Ends all runners.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_runners is { } opening)
        {
            await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (opening.IsCompletedSuccessfully)
            {
                await (await opening.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static CandidateAnswer<TAnswer> None(Outcome outcome, string feedback) => new(outcome, default, feedback);

    // Opening serves all callers, so no single caller's cancellation may end it; disposal waits for it.
    private Task<WorkerPool> OpenAsync()
    {
        lock (_lock)
        {
            return _runners ??= Testbeds.StartRunnersAsync(sandbox, options, [], CancellationToken.None);
        }
    }
}
