using System.Globalization;
using Cambrian.Core;

namespace Cambrian.Bench.Loops;

/// <summary>Proposes a new program of one line without thinking: what a model of zero latency would cost.</summary>
public sealed class NullProposer : IProposer
{
    /// <inheritdoc/>
    public Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation) =>
        Task.FromResult(new Proposal(ProgramOf(seed), "null"));

    /// <summary>A program that returns a number.</summary>
    public static Artifact ProgramOf(long number) => Artifact.Of("program.py", string.Create(CultureInfo.InvariantCulture, $"def run():\n    return {number}\n"));
}
