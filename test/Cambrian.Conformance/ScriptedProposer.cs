namespace Cambrian.Conformance;

/// <summary>Proposes what a function says, and remembers what it was told.</summary>
public sealed class ScriptedProposer(Func<IReadOnlyList<Candidate>, int, Proposal> script) : IProposer
{
    private readonly List<Step> _observed = [];

    /// <summary>Steps it was told of, in order.</summary>
    public IReadOnlyList<Step> Observed => _observed;

    public Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult(script(parents, seed));
        }
        catch (ProposalException none)
        {
            return Task.FromException<Proposal>(none);
        }
    }

    public void Observe(Step step) => _observed.Add(step);
}
