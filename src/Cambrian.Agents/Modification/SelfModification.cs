using Cambrian.Contracts.Agents;
using Cambrian.Core;
using Cambrian.CSharp.Evaluators;
using Cambrian.CSharp.Source;
using Cambrian.Sandbox;

namespace Cambrian.Agents.Modification;

/// <summary>
/// Asks an agent, in its sandbox, how it wants to be changed, and makes the change. The agent names operators and methods; the
/// kernel makes the edits, and only inside the agent's evolve blocks. What it cannot name it cannot touch.
/// </summary>
public sealed class SelfModification : IAsyncDisposable
{
    private readonly ModificationOptions _options;
    private readonly SourceEditor _editor;
    private readonly CandidateFunction<ModificationRequest, IReadOnlyList<Edit>> _modify;
    private readonly ProgramPreparation _preparation;

    /// <summary>Self-modification of the agents of one run.</summary>
    /// <param name="options">The entry and the limits.</param>
    /// <param name="preparation">Compiles agents; best the one that their evaluator uses, too.</param>
    /// <param name="sandbox">Where agents run.</param>
    public SelfModification(ModificationOptions options, ProgramPreparation preparation, SandboxRunner sandbox)
    {
        _options = options;
        _editor = new SourceEditor(new SourceOptions { Toolbox = ["System.Math", .. options.Toolbox] });
        var evaluation = new CSharpEvaluatorOptions { EvaluatorImage = DriverSource.Compile("ModifyDriver.cs"), Entry = options.Entry, TimeLimit = options.TimeLimit, Parallel = options.Parallel };
        _preparation = preparation.For(options.Entry);
        _modify = new CandidateFunction<ModificationRequest, IReadOnlyList<Edit>>(evaluation, _preparation, sandbox);
    }

    /// <summary>The edits that agents may ask for.</summary>
    public IReadOnlyList<(string Name, bool NeedsMate)> Operators => _editor.Operators;

    /// <summary>A program as agents see it.</summary>
    public ProgramView View(Artifact program, Evaluation? evaluation, CancellationToken cancellation) => new(
        [.. _editor.Methods(program, cancellation).Select(method => new MethodView(method.Name, method.Text))],
        evaluation?.Score ?? 0,
        evaluation?.Cases ?? []);

    /// <summary>Has an improver change a program: usually, but not always, its own.</summary>
    /// <param name="improver">Whose Modify is called.</param>
    /// <param name="subject">What is changed, and how it did.</param>
    /// <param name="surroundings">What else the improver is shown.</param>
    /// <param name="seed">Where chance comes from.</param>
    /// <param name="cancellation">Kills the sandbox.</param>
    public async Task<ModificationResult> ModifyAsync(
        Artifact improver, Candidate subject, Surroundings surroundings, int seed, CancellationToken cancellation)
    {
        var request = new ModificationRequest(
            View(subject.Artifact, subject.Evaluation, cancellation),
            new ArchiveView([.. surroundings.Others.Select(other => View(other.Artifact, other.Evaluation, cancellation))], surroundings.Operators),
            new ModificationBudget(_options.Edits, Randomness.Derive(seed, 0, 0)));
        var answer = await _modify.CallAsync(improver, request, cancellation).ConfigureAwait(false);
        return answer.Value is { } edits
            ? Apply(edits, subject.Artifact, surroundings.Others, seed, cancellation)
            : ModificationResult.None($"its Modify {(answer.Outcome == Outcome.TimedOut ? "took too long" : "failed")}: {answer.Feedback}");
    }

    /// <summary>What the compiler and the allow-list have against a program; null when nothing.</summary>
    public string? Complaint(Artifact program, CancellationToken cancellation) =>
        _preparation.Prepare(program, cancellation).Feedback is { Length: > 0 } complaint ? complaint.Split('\n')[0] : null;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _modify.DisposeAsync();

    private ModificationResult Apply(IReadOnlyList<Edit> edits, Artifact subject, IReadOnlyList<Candidate> others, int seed, CancellationToken cancellation)
    {
        var child = subject;
        List<string> made = [];
        string? missed = null;
        foreach (var (index, edit) in edits.Take(_options.Edits).Index())
        {
            // What comes out of the sandbox may hold anything, null included.
            if (edit is not { Operator: { } name, Method: { } method, Text: { } text })
            {
                missed = $"edit {index} of its patch has no operator, method or text";
                continue;
            }

            var mate = edit.Mate >= 0 && edit.Mate < others.Count ? others[edit.Mate].Artifact : subject;
            var next = name == Edit.Rewrite
                ? _editor.Rewrite(child, method, text, cancellation) is { } rewritten ? new SourceEdition(rewritten, name) : null
                : _editor.Apply(child, mate, new EditOrder(name, method, Randomness.Derive(seed, index + 1, 1)), cancellation);
            if (next is null)
            {
                missed = $"no place was found for '{Short(name)}' in '{Short(method)}'";
                continue;
            }

            child = next.Child;
            made.Add(next.Origin);
        }

        return child.Equals(subject)
            ? ModificationResult.None(missed is null ? "its patch is empty" : $"its patch changes nothing: {missed}")
            : new ModificationResult(child, made, "");
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
