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

    private readonly Dialogue _dialogue;
    private readonly PromptKind _kind;
    private readonly AttemptMemory? _memory;
    private readonly ImmutableArray<Attempt> _frozen = [];

    /// <summary>A proposer.</summary>
    /// <param name="dialogue">Asks the model.</param>
    /// <param name="kind">What it is asked for: <see cref="PromptKind.Diff"/>, <see cref="PromptKind.Rewrite"/> or <see cref="PromptKind.Crossover"/>.</param>
    public ModelProposer(Dialogue dialogue, PromptKind kind)
    {
        (_dialogue, _kind) = (dialogue, kind);
        _memory = new AttemptMemory([Dialogue.NameOf(kind), Dialogue.NameOf(PromptKind.Rewrite), Dialogue.NameOf(PromptKind.Fix)]);
    }

    private ModelProposer(Dialogue dialogue, PromptKind kind, ImmutableArray<Attempt> frozen) => (_dialogue, _kind, _frozen) = (dialogue, kind, frozen);

    private ImmutableArray<Attempt> Attempts => _memory?.Attempts ?? _frozen;

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
        return _dialogue.HoldAsync(_kind == PromptKind.Crossover && subject.Mate is null ? PromptKind.Rewrite : _kind, subject, seed, cancellation);
    }

    /// <inheritdoc/>
    public void Observe(Step step) => _memory?.Observe(step);

    /// <inheritdoc/>
    public IProposer Snapshot() => new ModelProposer(_dialogue, _kind, Attempts);

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
