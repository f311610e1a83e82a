using System.Collections.Immutable;
using Cambrian.Core;
using Cambrian.Models.Prompts;

namespace Cambrian.Models.Proposers;

/// <summary>
/// Proposes what a model makes of the parent and of what else the selector gave. Remembers what came to nothing lately: the
/// reasons are in the next prompts, and now and then a child that failed is given back to be mended.
/// </summary>
public sealed class ModelProposer : IProposer
{
    private const double MendingShare = 0.5;
    private const int MostInspirations = 4;
    private const double InventingShare = 0.1;
    private const int TriesBeforeInventing = 10;

    private readonly Dialogue _dialogue;
    private readonly PromptKind _kind;
    private readonly AttemptMemory? _memory;
    private readonly InstructionArchive? _archive;
    private readonly ImmutableArray<Attempt> _frozen = [];
    private readonly ImmutableArray<Instruction> _instructions = [];

    /// <summary>A proposer.</summary>
    /// <param name="dialogue">Asks the model.</param>
    /// <param name="kind">What it is asked for: <see cref="PromptKind.Diff"/>, <see cref="PromptKind.Rewrite"/> or <see cref="PromptKind.Crossover"/>.</param>
    /// <param name="instructions">Instructions that are evolved; null for the templates' hints as they are.</param>
    public ModelProposer(Dialogue dialogue, PromptKind kind, InstructionArchive? instructions = null)
    {
        (_dialogue, _kind, _archive) = (dialogue, kind, instructions);
        _memory = new AttemptMemory([Dialogue.NameOf(kind), Dialogue.NameOf(PromptKind.Rewrite), Dialogue.NameOf(PromptKind.Fix)]);
    }

    private ModelProposer(ModelProposer origin) =>
        (_dialogue, _kind, _frozen, _instructions) = (origin._dialogue, origin._kind, origin.Attempts, origin.Instructions);

    private ImmutableArray<Attempt> Attempts => _memory?.Attempts ?? _frozen;

    private ImmutableArray<Instruction> Instructions => _archive?.Current ?? _instructions;

    /// <inheritdoc/>
    public Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        var random = Randomness.From(Randomness.Derive(seed, 0, 0));
        List<Attempt> broken = [.. Attempts.Where(attempt => attempt is { Program: not null, Parent: not null })];
        if (broken.Count > 0 && random.NextDouble() < MendingShare && broken[random.Next(broken.Count)] is { Program: { } program, Parent: { } parent } mended)
        {
            return _dialogue.HoldAsync(PromptKind.Fix, new PromptSubject { Problem = problem, Program = program, Parent = parent, Failures = [mended.Reason] }, seed, cancellation);
        }

        var subject = Subject(problem, parents);

        // A crossover needs a second parent; at the beginning there is none.
        var kind = _kind == PromptKind.Crossover && subject.Mate is null ? PromptKind.Rewrite : _kind;
        return Instructions.IsEmpty
            ? _dialogue.HoldAsync(kind, subject, seed, cancellation)
            : InstructedAsync(kind, subject, (random, seed), cancellation);
    }

    /// <inheritdoc/>
    public void Observe(Step step)
    {
        _archive?.Observe(step);
        _memory?.Observe(step with { Origin = InstructionArchive.Unnamed(step.Origin, Dialogue.NameOf(_kind)) });
    }

    /// <inheritdoc/>
    public IProposer Snapshot() => new ModelProposer(this);

    // An instruction, known or new, and then a child in its words.
    private async Task<Proposal> InstructedAsync(PromptKind kind, PromptSubject subject, (Random Random, int Seed) step, CancellationToken cancellation)
    {
        var (text, effort) = Instructions.Sum(instruction => instruction.Tries) >= TriesBeforeInventing && step.Random.NextDouble() < InventingShare
            ? await _dialogue.InstructAsync(subject.Problem, subject.Parent, Instructions, step.Seed, cancellation).ConfigureAwait(false)
            : (null, 0);
        text ??= InstructionArchive.Draw(Instructions, step.Random).Text;
        var origin = InstructionArchive.Name(kind == _kind ? "" : Dialogue.NameOf(kind), text);
        try
        {
            var proposal = await _dialogue.HoldAsync(kind, subject with { Instruction = text }, step.Seed, cancellation).ConfigureAwait(false);
            return proposal with { Origin = origin, Effort = proposal.Effort + effort };
        }
        catch (ProposalException none)
        {
            throw new ProposalException(none.Message, origin) { Effort = none.Effort + effort };
        }
    }

    private PromptSubject Subject(Problem problem, IReadOnlyList<Candidate> parents)
    {
        List<Candidate> others = [.. parents.Skip(1).Where(other => !other.Artifact.Equals(parents[0].Artifact)).DistinctBy(other => other.Artifact)];
        var crossed = _kind == PromptKind.Crossover;
        return new PromptSubject
        {
            Problem = problem,
            Program = parents[0].Artifact,
            Parent = parents[0],
            Mate = crossed ? others.FirstOrDefault() : null,
            Inspirations = crossed ? [] : [.. others.Take(MostInspirations)],
            Failures = [.. Attempts.Select(attempt => attempt.Reason)],
        };
    }
}
