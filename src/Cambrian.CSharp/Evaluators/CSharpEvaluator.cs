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
public sealed class CSharpEvaluator(CSharpEvaluatorOptions options, ProgramPreparation preparation, SandboxRunner sandbox) : IEvaluator, ICaseEvaluator, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private Task<Testbeds>? _testbeds;

    /// <inheritdoc/>
    /// <exception cref="EvaluatorException">The evaluator itself does not work.</exception>
    public Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation) =>
        MeasureAsync(artifact, rival, (race, testbed) => race.RunAsync(testbed, cancellation), cancellation);

    /// <inheritdoc/>
    /// <exception cref="EvaluatorException">The evaluator itself does not work.</exception>
    public async Task<int> CountAsync(CancellationToken cancellation) => (await OpenAsync().WaitAsync(cancellation).ConfigureAwait(false)).Cases;

    /// <inheritdoc/>
    /// <exception cref="EvaluatorException">The evaluator itself does not work.</exception>
    public Task<Evaluation> EvaluateCaseAsync(Artifact artifact, int index, CancellationToken cancellation) =>
        MeasureAsync(artifact, rival: null, (race, testbed) => race.RunCaseAsync(testbed, index, cancellation), cancellation);

    /// <summary>What a program makes of each case, as the evaluator writes it for people.</summary>
    /// <param name="artifact">The program.</param>
    /// <param name="cancellation">Kills the sandbox.</param>
    /// <returns>A text for each case; empty where the evaluator has none.</returns>
    /// <exception cref="InvalidDataException">The program does not run; the message says why.</exception>
    /// <exception cref="EvaluatorException">The evaluator itself does not work.</exception>
    public async Task<IReadOnlyList<string>> ListAsync(Artifact artifact, CancellationToken cancellation)
    {
        var program = preparation.Prepare(artifact, cancellation);
        if (program.Load is null)
        {
            throw new InvalidDataException($"The program is refused: {program.Feedback}");
        }

        var testbeds = await OpenAsync().WaitAsync(cancellation).ConfigureAwait(false);
        var testbed = await testbeds.LeaseAsync(cancellation).ConfigureAwait(false);
        await using var giveBack = testbed.ConfigureAwait(false);
        try
        {
            await testbed.LoadAsync(program, options.TimeLimit, cancellation).ConfigureAwait(false);
            List<string> texts = [];
            while (texts.Count < testbeds.Cases)
            {
                texts.Add(await testbed.ListAsync(texts.Count, options.TimeLimit, cancellation).ConfigureAwait(false));
            }

            return texts;
        }
        catch (WorkerException fault)
        {
            throw new InvalidDataException($"The program gives nothing to list: {fault.Message}", fault);
        }
    }

    private async Task<Evaluation> MeasureAsync(Artifact artifact, Evaluation? rival, Func<Race, Testbed, Task<Evaluation>> run, CancellationToken cancellation)
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
            return await run(race, testbed).ConfigureAwait(false) with { Cpu = testbed.Cpu, Isolation = sandbox.Isolation };
        }
        catch (WorkerException fault)
        {
            var outcome = fault.TimedOut ? Outcome.TimedOut : Outcome.Failed;
            return Evaluation.None(outcome, fault.Message) with { Cost = race.Cost, Cpu = testbed.Cpu, Isolation = sandbox.Isolation };
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
