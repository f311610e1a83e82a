using Cambrian.Core;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Tuning;

/// <summary>
/// Polishes all numbers of the best rules together, by CMA-ES across steps (Hansen 2016): one form after the other, the best
/// first; when something better is found elsewhere it goes on from there. It chooses its own parent.
/// </summary>
public sealed class LiteralTuner : IProposer
{
    private const int Elites = 16;
    private const int Attempts = 8;

    private readonly KernelReader _reader;
    private readonly List<(Candidate Best, Expression Form)> _elites = [];
    private readonly HashSet<Expression> _tuned = [];
    private Campaign? _campaign;

    /// <summary>A tuner that has seen nothing yet.</summary>
    /// <param name="reader">Reads programs.</param>
    public LiteralTuner(KernelReader reader) => _reader = reader;

    /// <summary>The origin of its children.</summary>
    public static string Name => "tune";

    /// <inheritdoc/>
    public Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation) =>
        Snapshot().ProposeAsync(problem, parents, seed, cancellation);

    /// <inheritdoc/>
    public IProposer Snapshot() => new Frozen(_reader, _campaign);

    /// <inheritdoc/>
    public void Observe(Step step)
    {
        var leads = step.Admitted is { } candidate && Rank(candidate);
        if (_campaign is { } campaign && step is { Origin: "tune", Child: { } child } && _reader.TryRead(child, out _) is { } sampled)
        {
            _campaign = campaign.With(step, sampled);
        }

        if (_campaign is { IsOver: true } over)
        {
            _tuned.Add(over.Form);
            _campaign = null;
        }

        if (_campaign is null || (leads && _campaign.Best.Step != step.Number))
        {
            _campaign = Begin() ?? _campaign;
        }
    }

    // Whether it is the best of all. Each form has one place, or the children of one campaign would take them all.
    private bool Rank(Candidate candidate)
    {
        if ((_elites.Count == Elites && !candidate.Beats(_elites[^1].Best)) || _reader.TryRead(candidate.Artifact, out _) is not { } program)
        {
            return false;
        }

        var form = Literals.Form(program.Rule);
        var twin = _elites.FindIndex(elite => elite.Form.Equals(form));
        if (twin >= 0 && !candidate.Beats(_elites[twin].Best))
        {
            return false;
        }

        _elites.RemoveAll(elite => elite.Form.Equals(form));
        var place = _elites.FindIndex(elite => candidate.Beats(elite.Best));
        _elites.Insert(place < 0 ? _elites.Count : place, (candidate, form));
        if (_elites.Count > Elites)
        {
            _elites.RemoveAt(Elites);
        }

        return ReferenceEquals(_elites[0].Best, candidate);
    }

    // Where every elite was tuned before, the best is due again: its numbers may have come from elsewhere since.
    private Campaign? Begin()
    {
        if (Untuned() is { } campaign)
        {
            return campaign;
        }

        _tuned.Clear();
        return Untuned();
    }

    private Campaign? Untuned()
    {
        foreach (var (best, form) in _elites)
        {
            if (!_tuned.Contains(form) && _reader.TryRead(best.Artifact, out _) is { } program && Campaign.For(best, program) is { } campaign)
            {
                return campaign;
            }
        }

        return null;
    }

    private sealed class Frozen(KernelReader reader, Campaign? campaign) : IProposer
    {
        public Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            if (campaign is null)
            {
                throw new ProposalException("None of the best rules has numbers to tune.", Name);
            }

            var random = Randomness.From(seed);
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var rule = campaign.Sample(random);
                if (!rule.Equals(campaign.Program.Rule))
                {
                    return Task.FromResult(new Proposal(reader.Write(campaign.Program, rule).Artifact, Name, [campaign.Best]));
                }
            }

            throw new ProposalException("The numbers no longer move.", Name);
        }
    }
}
