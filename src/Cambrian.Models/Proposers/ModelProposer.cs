using System.Collections.Immutable;
using Cambrian.Core;
using Cambrian.Models.Calls;
using Cambrian.Models.Prompts;
using Cambrian.Models.Replies;

namespace Cambrian.Models.Proposers;

/// <summary>
/// Asks a model for children: a prompt from the parent and what else the selector gave, a reply read tolerantly, one chance to
/// repair it. Remembers what came to nothing: the reasons are in the next prompts, and now and then it mends a child that failed.
/// </summary>
public sealed class ModelProposer : IProposer
{
    private const string Mending = "fix";
    private const double MendingShare = 0.5;
    private const int MostInspirations = 4;

    private readonly PaidModel _model;
    private readonly PromptKind _kind;
    private readonly PromptWriter _prompts;
    private readonly ReplyReader _replies;
    private readonly double _stepWorth;
    private readonly AttemptMemory? _memory;
    private readonly ImmutableArray<Attempt> _frozen;

    /// <summary>A proposer.</summary>
    /// <param name="model">The model.</param>
    /// <param name="kind">What it is asked for: <see cref="PromptKind.Diff"/>, <see cref="PromptKind.Rewrite"/> or <see cref="PromptKind.Crossover"/>.</param>
    /// <param name="prompts">Writes the prompts.</param>
    /// <param name="replies">Reads the replies.</param>
    /// <param name="stepWorth">What a step is worth in money; above 0. A call that costs as much doubles what its step costs.</param>
    public ModelProposer(PaidModel model, PromptKind kind, PromptWriter prompts, ReplyReader replies, double stepWorth)
        : this(model, kind, prompts, replies, stepWorth, [])
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepWorth);
        _memory = new AttemptMemory([NameOf(kind), Mending]);
    }

    private ModelProposer(PaidModel model, PromptKind kind, PromptWriter prompts, ReplyReader replies, double stepWorth, ImmutableArray<Attempt> frozen) =>
        (_model, _kind, _prompts, _replies, _stepWorth, _frozen) = (model, kind, prompts, replies, stepWorth, frozen);

    /// <summary>The name of a kind in origins.</summary>
    public static string NameOf(PromptKind kind) => kind.ToString().ToLowerInvariant();

    /// <inheritdoc/>
    public async Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        var random = Randomness.From(Randomness.Derive(seed, 0, 0));
        var broken = Attempts.Where(attempt => attempt.IsProgram).ToList();
        var mended = broken.Count > 0 && random.NextDouble() < MendingShare ? broken[random.Next(broken.Count)] : null;
        var subject = mended is null ? Subject(problem, parents) : new PromptSubject { Problem = problem, Program = mended.Program!, Parent = mended.Parent!, Failures = [mended.Reason] }; // both are there
        var origin = mended is null ? NameOf(_kind) : Mending;
        var turns = new List<string> { _prompts.Write(mended is null ? _kind : PromptKind.Fix, subject, random) };
        var effort = 0.0;
        string? reason = null;
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var call = await _model.AskAsync(_prompts.System, turns, seed, cancellation).ConfigureAwait(false);
            effort += call.Price / _stepWorth * Math.Max(1, subject.Parent.Evaluation.Cost);
            if (call.Reply is not { } reply)
            {
                throw new ProposalException(call.Reason ?? "The model did not answer.", origin) { Effort = effort };
            }

            if (_replies.TryRead(subject.Program, reply, out reason) is { } child)
            {
                return new Proposal(child, origin, subject.Mate is { } mate ? [subject.Parent, mate] : [subject.Parent]) { Effort = effort };
            }

            reason = call.CutOff ? "the reply was cut off, as it was too long; be shorter" : reason;
            turns.AddRange([reply, _prompts.Repair(subject.Program, reason!)]); // there is a reason where there is no child
        }

        throw new ProposalException($"{reason}.", origin) { Effort = effort };
    }

    /// <inheritdoc/>
    public void Observe(Step step) => _memory?.Observe(step);

    /// <inheritdoc/>
    public IProposer Snapshot() => new ModelProposer(_model, _kind, _prompts, _replies, _stepWorth, Attempts);

    private ImmutableArray<Attempt> Attempts => _memory?.Attempts ?? _frozen;

    private PromptSubject Subject(Problem problem, IReadOnlyList<Candidate> parents)
    {
        var others = parents.Skip(1).Where(other => !other.Artifact.Equals(parents[0].Artifact)).DistinctBy(other => other.Artifact).ToList();
        var crossed = _kind == PromptKind.Crossover;
        if (crossed && others.Count == 0)
        {
            throw new ProposalException("A crossover needs two different parents; one was given.", NameOf(_kind));
        }

        return new PromptSubject
        {
            Problem = problem,
            Program = parents[0].Artifact,
            Parent = parents[0],
            Mate = crossed ? others[0] : null,
            Inspirations = crossed ? [] : [.. others.Take(MostInspirations)],
            Failures = [.. Attempts.Select(attempt => attempt.Reason)],
        };
    }
}
