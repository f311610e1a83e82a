using System.Globalization;
using Cambrian.Core;

namespace Cambrian.Bench.Loops;

/// <summary>Proposes a new program of 20 lines without thinking: what a model of zero latency would cost. The peers are given the same programs.</summary>
public sealed class NullProposer : IProposer
{
    private static readonly string[] Template = Read().Split("{number}");

    /// <inheritdoc/>
    public Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation) =>
        Task.FromResult(new Proposal(ProgramOf(seed), "null"));

    /// <summary>A program of its own for every number.</summary>
    public static Artifact ProgramOf(long number) => Artifact.Of("program.py", string.Create(CultureInfo.InvariantCulture, $"{Template[0]}{number}{Template[1]}"));

    private static string Read()
    {
        using var reader = new StreamReader(typeof(NullProposer).Assembly.GetManifestResourceStream("program.txt")!); // embedded by the project
        return reader.ReadToEnd();
    }
}
