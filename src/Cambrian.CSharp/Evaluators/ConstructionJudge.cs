using System.Text.Json;
using Cambrian.Contracts;
using Cambrian.Sandbox;

namespace Cambrian.CSharp.Evaluators;

/// <summary>Verifies constructions from files, and fetches those that programs make, with the judge of their problem in its sandbox.</summary>
/// <param name="options">The evaluator, with its second verifier where <see cref="CSharpEvaluatorOptions.Checked"/> is set.</param>
/// <param name="sandbox">Where judge and programs work; they start with the first question.</param>
public sealed class ConstructionJudge(CSharpEvaluatorOptions options, SandboxRunner sandbox) : IAsyncDisposable
{
    // A construction is the answer to the first case; problems of constructions have no other.
    private const int Case = 0;

    // Opening serves all callers, so no single caller's cancellation may end it; disposal waits for it.
    private readonly Lazy<Task<Testbeds>> _testbeds = new(() => Testbeds.OpenAsync(options, sandbox, CancellationToken.None));

    /// <summary>Verifies the construction in a file.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="cancellation">Kills the judge.</param>
    /// <exception cref="InvalidDataException">The file holds no construction of this problem; the message says what was given and expected.</exception>
    /// <exception cref="EvaluatorException">A verifier fails instead of rejecting.</exception>
    public Task<JudgedConstruction> VerifyAsync(string json, CancellationToken cancellation) => WithTestbedAsync(
        async testbed => await testbed.JudgeAsync(Case, await testbed.ReadAsync(json, cancellation).ConfigureAwait(false), options.Checked, cancellation).ConfigureAwait(false),
        cancellation);

    /// <summary>Runs a program and verifies what it returns.</summary>
    /// <param name="program">The program, prepared.</param>
    /// <param name="cancellation">Kills the program.</param>
    /// <exception cref="InvalidDataException">The program does not run; the message says why.</exception>
    /// <exception cref="EvaluatorException">A verifier fails instead of rejecting.</exception>
    public Task<JudgedConstruction> RunAsync(PreparedProgram program, CancellationToken cancellation) => WithTestbedAsync(
        async testbed => await testbed.JudgeAsync(Case, await AnswerAsync(testbed, program, cancellation).ConfigureAwait(false), options.Checked, cancellation).ConfigureAwait(false),
        cancellation);

    /// <summary>Whether programs can be given a construction to start from: whether cases are a <see cref="ConstructionCase{T}"/>.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> TakesStartAsync(CancellationToken cancellation)
    {
        var testbeds = await _testbeds.Value.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var first = JsonDocument.Parse(testbeds.First);
            return first.RootElement.ValueKind == JsonValueKind.Object && first.RootElement.TryGetProperty(nameof(ConstructionCase<>.Start), out _);
        }
        catch (JsonException)
        {
            return false; // Arrays of numbers travel as they are in memory.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_testbeds.IsValueCreated)
        {
            return;
        }

        await ((Task)_testbeds.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_testbeds.Value.IsCompletedSuccessfully)
        {
            await (await _testbeds.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<ReadOnlyMemory<byte>> AnswerAsync(Testbed testbed, PreparedProgram program, CancellationToken cancellation)
    {
        if (program.Load is null)
        {
            throw new InvalidDataException($"The program is refused: {program.Feedback}");
        }

        try
        {
            await testbed.LoadAsync(program, options.TimeLimit, cancellation).ConfigureAwait(false);
            return await testbed.RunAsync(Case, Case + 1, options.TimeLimit, cancellation).ConfigureAwait(false);
        }
        catch (WorkerException fault)
        {
            throw new InvalidDataException($"The program gives no construction: {fault.Message}", fault);
        }
    }

    private async Task<JudgedConstruction> WithTestbedAsync(Func<Testbed, Task<JudgedConstruction>> judge, CancellationToken cancellation)
    {
        var testbeds = await _testbeds.Value.WaitAsync(cancellation).ConfigureAwait(false);
        var testbed = await testbeds.LeaseAsync(cancellation).ConfigureAwait(false);
        await using var giveBack = testbed.ConfigureAwait(false);
        try
        {
            return await judge(testbed).ConfigureAwait(false);
        }
        catch (WorkerException broken)
        {
            throw new EvaluatorException($"The evaluator cannot be used. {broken.Message}", broken);
        }
    }
}
