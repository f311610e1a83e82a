using Cambrian.Core;
using Cambrian.Models.Configuration;

namespace Cambrian.Models.Novelty;

/// <summary>
/// Asks another proposer again while it offers programs whose embedding is nearly that of an earlier one: ShinkaEvolve's rejection
/// sampling (arXiv 2509.19349; 9912af1, <c>shinka/core/novelty_judge.py</c>). Compared are the programs that models made and that were
/// admitted, the seeds, and the child's own parents, whoever made them. What counts as earlier is fixed when the snapshot is taken.
/// </summary>
public sealed class DissimilarProposer : IProposer
{
    private readonly IProposer _inner;
    private readonly ProgramEmbeddings _embeddings;
    private readonly NoveltySection _rule;
    private readonly IReadOnlySet<string> _origins;
    private readonly int? _horizon;

    /// <summary>A proposer of dissimilar programs.</summary>
    /// <param name="inner">Proposes.</param>
    /// <param name="embeddings">Those of the run.</param>
    /// <param name="rule">How similar is too similar, and how often another one is asked for.</param>
    /// <param name="origins">How the origins of its own children begin, as they reach it.</param>
    public DissimilarProposer(IProposer inner, ProgramEmbeddings embeddings, NoveltySection rule, IReadOnlySet<string> origins)
        : this(inner, embeddings, rule, origins, horizon: null)
    {
    }

    private DissimilarProposer(IProposer inner, ProgramEmbeddings embeddings, NoveltySection rule, IReadOnlySet<string> origins, int? horizon) =>
        (_inner, _embeddings, _rule, _origins, _horizon) = (inner, embeddings, rule, origins, horizon);

    /// <inheritdoc/>
    public async Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        var horizon = _horizon ?? _embeddings.Admitted.Count;
        var (origin, effort, reason) = ("", 0.0, "");
        for (var attempt = 0; attempt < _rule.Tries; attempt++)
        {
            var proposal = await AskAsync(problem, parents, (attempt == 0 ? seed : Randomness.Derive(seed, attempt, 0), effort), cancellation).ConfigureAwait(false);
            var (unit, price) = await _embeddings.OfAsync(proposal.Child, cancellation).ConfigureAwait(false);
            (origin, effort) = (proposal.Origin, proposal.Effort + (price * Math.Max(1, parents[0].Evaluation.Cost)));
            var (cosine, whom) = unit is null ? (double.NegativeInfinity, "") : await NearestAsync(unit, horizon, [.. problem.Seeds, .. (proposal.Parents ?? parents).Select(parent => parent.Artifact)], cancellation).ConfigureAwait(false);
            if (!(cosine > _rule.Similarity))
            {
                return proposal with { Effort = effort };
            }

            reason = FormattableString.Invariant($"too similar to {whom}: the cosine of their embeddings is {cosine:0.0000}, more than {_rule.Similarity}");
        }

        throw new ProposalException($"{reason}; {_rule.Tries} tries", origin) { Effort = effort };
    }

    /// <inheritdoc/>
    public void Observe(Step step)
    {
        _inner.Observe(step);
        if (_origins.Contains(step.Origin.Split('/', 2)[0]))
        {
            _embeddings.Observe(step);
        }
    }

    /// <inheritdoc/>
    public IProposer Snapshot() => new DissimilarProposer(_inner.Snapshot(), _embeddings, _rule, _origins, _embeddings.Admitted.Count);

    private async Task<(double Cosine, string Whom)> NearestAsync(float[] unit, int horizon, IEnumerable<Artifact> always, CancellationToken cancellation)
    {
        var (cosine, step) = _embeddings.Admitted.Nearest(unit, horizon);
        var whom = FormattableString.Invariant($"the program of step {step}");
        foreach (var program in always.Distinct())
        {
            var (other, _) = await _embeddings.OfAsync(program, cancellation).ConfigureAwait(false);
            if (other is not null && SimilarityIndex.Cosine(unit, other) is var near && near > cosine)
            {
                (cosine, whom) = (near, "its parent or a seed");
            }
        }

        return (cosine, whom);
    }

    // What was paid for programs that were too similar is part of what the child, or the failure, cost.
    private async Task<Proposal> AskAsync(Problem problem, IReadOnlyList<Candidate> parents, (int Seed, double Paid) attempt, CancellationToken cancellation)
    {
        try
        {
            var proposal = await _inner.ProposeAsync(problem, parents, attempt.Seed, cancellation).ConfigureAwait(false);
            return proposal with { Effort = attempt.Paid + proposal.Effort };
        }
        catch (ProposalException none) when (attempt.Paid > 0)
        {
            throw new ProposalException(none.Message, none.Origin) { Effort = attempt.Paid + none.Effort };
        }
    }
}
