using Cambrian.Core;
using Cambrian.Numerics.Statistics;

namespace Cambrian.Bench.Governance;

/// <summary>Simulated campaigns on sealed tasks.</summary>
/// <param name="Binary">Whether tasks are solved or not; else scores are normal deviates.</param>
/// <param name="Count">Tasks.</param>
/// <param name="Campaigns">Campaigns for each figure.</param>
internal sealed record SealedTasks(bool Binary, int Count, int Campaigns)
{
    /// <summary>The share of campaigns in which a rule promotes one of several candidates that are all equal.</summary>
    public Task<double> WrongAsync(Func<double[], double[], int, Task<bool>> rule, int tried, CancellationToken cancellation) => ShareAsync(tried, async random =>
    {
        var promoted = Draw(random, better: 0);
        for (var look = 1; look <= tried; look++)
        {
            if (await rule(Draw(random, better: 0), promoted, look))
            {
                return true;
            }
        }

        return false;
    }, cancellation);

    /// <summary>The share of campaigns in which our gate promotes a better candidate that is tried last.</summary>
    public Task<double> RightAsync(int tried, double better, CancellationToken cancellation) =>
        ShareAsync(tried, random => Rules.Ours(Draw(random, better), Draw(random, better: 0), tried), cancellation);

    private async Task<double> ShareAsync(int stream, Func<Random, Task<bool>> campaign, CancellationToken cancellation)
    {
        var (random, count) = (Randomness.From(Randomness.Derive(Count, stream, Binary ? 1 : 0)), 0);
        for (var number = 0; number < Campaigns; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            count += await campaign(random) ? 1 : 0;
        }

        return count / (double)Campaigns;
    }

    private double[] Draw(Random random, double better) =>
        [.. Enumerable.Range(0, Count).Select(_ => Binary ? (random.NextDouble() < 0.5 + better ? 1.0 : 0) : NormalDistribution.Sample(random) + better)];
}
