using Cambrian.Core;
using Cambrian.Sandbox;

namespace Cambrian.CSharp.Evaluators;

/// <summary>
/// Measures C# candidates: prepares the program, runs it case by case in a warm sandboxed runner, has its answers scored by a
/// judge in another sandbox. Stage by stage; a candidate that trails its rival is stopped.
/// </summary>
/// <param name="options">What is measured.</param>
/// <param name="preparation">Turns an artifact into something a runner can load.</param>
/// <param name="sandbox">Where runners and judges work; they start with the first evaluation.</param>
public sealed class CSharpEvaluator(CSharpEvaluatorOptions options, ProgramPreparation preparation, SandboxRunner sandbox) : IEvaluator, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private Task<Testbeds>? _testbeds;

    /// <inheritdoc/>
    /// <exception cref="EvaluatorException">The evaluator itself does not work.</exception>
    public async Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        var program = preparation.Prepare(artifact, cancellation);
        if (program.Load is null)
        {
            return Evaluation.None(Outcome.Failed, program.Feedback) with { Cost = 1 };
        }

        var testbeds = await OpenAsync().WaitAsync(cancellation).ConfigureAwait(false);
        var testbed = await testbeds.LeaseAsync(cancellation).ConfigureAwait(false);
        await using var giveBack = testbed.ConfigureAwait(false);
        var race = new Race(options, testbeds.Cases, artifact, rival);
        try
        {
            await testbed.LoadAsync(program, options.TimeLimit, cancellation).ConfigureAwait(false);
            return await race.RunAsync(testbed, cancellation).ConfigureAwait(false) with { Isolation = sandbox.Isolation };
        }
        catch (WorkerException fault)
        {
            var outcome = fault.TimedOut ? Outcome.TimedOut : Outcome.Failed;
            return Evaluation.None(outcome, fault.Message) with { Cost = race.Cost, Isolation = sandbox.Isolation };
        }
    }

    /// <summary>Ends all workers.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_testbeds is { } opening)
        {
            await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (opening.IsCompletedSuccessfully)
            {
                await (await opening.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    // Opening serves all callers, so no single caller's cancellation may end it; disposal waits for it.
    private Task<Testbeds> OpenAsync()
    {
        lock (_lock)
        {
            return _testbeds ??= Testbeds.OpenAsync(options, sandbox, CancellationToken.None);
        }
    }
}
