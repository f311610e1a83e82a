using Cambrian.Bench.Problems;
using Cambrian.CSharp.Kernels;

namespace Cambrian.Bench.Policies;

/// <summary>Runs searches under policies.</summary>
public sealed class PolicyTrial : IAsyncDisposable
{
    // The first searches of a process are compiled while they run.
    private const int WarmUps = 12;

    private readonly ProblemTrial _trial;

    private PolicyTrial(ProblemTrial trial) => _trial = trial;

    /// <summary>What a search took.</summary>
    /// <param name="Work">In steps and their evaluations.</param>
    /// <param name="Seconds">Processor time.</param>
    public sealed record Cost(double Work, double Seconds);

    /// <summary>Prepares searches.</summary>
    public static async Task<PolicyTrial> OpenAsync(IReadOnlyList<PlannedSearch> searches, CancellationToken cancellation)
    {
        var trial = await ProblemTrial.OpenAsync("engine-policy", "SearchPolicy.Decide", typeof(KernelReader).Assembly, TimeSpan.FromMinutes(10), cancellation);
        var warmUps = Enumerable.Range(1, WarmUps).Select(seed => (searches[0] with { Seed = seed, Work = 400 }).Line("work"));
        await trial.ShowAsync([.. warmUps, .. searches.SelectMany(search => new[] { search.Line("work"), search.Line("seconds") })], cancellation);
        return new PolicyTrial(trial);
    }

    /// <summary>Runs all searches under one policy.</summary>
    public async Task<IReadOnlyList<Cost>> RunAsync(string policy, CancellationToken cancellation) =>
        [.. (await _trial.RunAsync("SearchPolicy.cs", policy, cancellation)).Cases.Skip(WarmUps).Chunk(2).Select(pair => new Cost(pair[0], pair[1]))];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _trial.DisposeAsync();
}
