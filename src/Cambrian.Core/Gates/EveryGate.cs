namespace Cambrian.Core.Gates;

/// <summary>A gate of gates: asks each in turn and rejects with the first rejection.</summary>
/// <param name="gates">In the order to ask them, the cheapest first.</param>
public sealed class EveryGate(IEnumerable<IGate> gates) : IGate
{
    private readonly IGate[] _gates = [.. gates];

    /// <inheritdoc/>
    public async Task<Verdict> JudgeAsync(Candidate child, IReadOnlyList<Candidate> parents, CancellationToken cancellation)
    {
        foreach (var gate in _gates)
        {
            var verdict = await gate.JudgeAsync(child, parents, cancellation).ConfigureAwait(false);
            if (!verdict.Admitted)
            {
                return verdict;
            }
        }

        return Verdict.Admit();
    }
}
