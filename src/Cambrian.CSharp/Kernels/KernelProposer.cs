using Cambrian.Core;
using Cambrian.CSharp.Kernels.Operators;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels;

/// <summary>Makes children by one kind of edit of the parent's rule. Learns nothing; a child depends on parents and seed alone.</summary>
/// <param name="edit">The edit; its name is the children's origin.</param>
/// <param name="reader">Reads the parents.</param>
/// <param name="options">Limits and vocabulary.</param>
public sealed class KernelProposer(IKernelEdit edit, KernelReader reader, KernelOptions options) : IProposer
{
    /// <summary>The origin of its children.</summary>
    public string Name => edit.Name;

    /// <inheritdoc/>
    public Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (reader.TryRead(parents[0].Artifact, out var reason) is not { } parent)
        {
            throw new ProposalException($"The parent is no kernel: {reason}", edit.Name);
        }

        var mate = Mate(parent, parents);
        return Child(parent, mate, Randomness.From(seed)) is { } child
            ? Task.FromResult(new Proposal(child.Artifact, edit.Name))
            : throw new ProposalException("The edit found nothing to change within the size limit.", edit.Name);
    }

    private KernelProgram Mate(KernelProgram parent, IReadOnlyList<Candidate> parents)
    {
        foreach (var candidate in parents.Skip(1))
        {
            if (reader.TryRead(candidate.Artifact, out _) is { } mate && mate.Frame.Fits(parent.Frame) && !mate.Rule.Equals(parent.Rule))
            {
                return mate;
            }
        }

        return parent;
    }

    private KernelProgram? Child(KernelProgram parent, KernelProgram mate, Random random)
    {
        var grower = new ExpressionGrower(options.Vocabulary with { Variables = parent.Frame.Variables, Functions = parent.Frame.Toolbox });
        var site = new EditSite(random, grower, [.. Constants(parent.Rule), .. Constants(mate.Rule)], options);
        for (var attempt = 1; attempt <= options.Attempts; attempt++)
        {
            if (edit.Apply(parent.Rule, mate.Rule, site)?.Simplify() is { } rule && IsWanted(parent, rule, attempt))
            {
                return reader.Write(parent, rule);
            }
        }

        return null;
    }

    // A child that does the same as its parent is worth an evaluation only when it is shorter, or nothing better comes along.
    private bool IsWanted(KernelProgram parent, Expression rule, int attempt)
    {
        if (rule.Equals(parent.Rule) || (rule.Size > options.MaxSize && rule.Size >= parent.Rule.Size))
        {
            return false;
        }

        return attempt > options.AttemptsToDiffer || rule.Size < parent.Rule.Size || parent.Frame.Differ(parent.Rule, rule);
    }

    private static IEnumerable<double> Constants(Expression rule) =>
        rule.Nodes().Where(node => node is { Operation: Operation.Literal, Kind: Kind.Number }).Select(node => node.Value);
}
