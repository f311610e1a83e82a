using Cambrian.Contracts.Agents;
using Cambrian.Core;
using Cambrian.CSharp.Evaluators;
using Cambrian.Sandbox;

namespace Cambrian.Agents.Modification;

/// <summary>Asks an agent, in its sandbox, whose turn it is. The kernel draws whom it may choose from, so no agent can shut out all others for good.</summary>
/// <param name="options">The limits; <see cref="ModificationOptions.Entry"/> is the agent's Choose.</param>
/// <param name="preparation">Compiles agents; best the one that their evaluator uses, too.</param>
/// <param name="sandbox">Where agents run.</param>
public sealed class SelfSelection(ModificationOptions options, ProgramPreparation preparation, SandboxRunner sandbox) : IAsyncDisposable
{
    private readonly CandidateFunction<ChoiceRequest, int> _choose = new(
        new CSharpEvaluatorOptions { EvaluatorImage = DriverSource.Compile("ChooseDriver.cs"), Entry = options.Entry, TimeLimit = options.TimeLimit, Parallel = options.Parallel },
        preparation.For(options.Entry),
        sandbox);

    /// <summary>Has an agent choose.</summary>
    /// <param name="chooser">Whose Choose is called.</param>
    /// <param name="drawn">Whom it may choose from, itself first.</param>
    /// <param name="seed">Where chance comes from.</param>
    /// <param name="cancellation">Kills the sandbox.</param>
    /// <returns>An index; 0, which is itself, where it has no Choose, fails, takes too long or names nobody.</returns>
    public async Task<int> ChooseAsync(Artifact chooser, IReadOnlyList<MemberView> drawn, int seed, CancellationToken cancellation)
    {
        var answer = await _choose.CallAsync(chooser, new ChoiceRequest(drawn, Randomness.Derive(seed, 0, 2)), cancellation).ConfigureAwait(false);
        return answer.Outcome == Outcome.Valid && answer.Value >= 0 && answer.Value < drawn.Count ? answer.Value : 0;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _choose.DisposeAsync();
}
