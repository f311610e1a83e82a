using Cambrian.Bench.Measuring;

namespace Cambrian.Bench.Governance;

/// <summary>How often rules of promotion are wrong about candidates that are no better, and how often right about one that is.</summary>
public sealed class PromotionBenchmark : IBenchmark
{
    private static readonly int[] Tried = [1, 10, 40];

    /// <inheritdoc/>
    public string Name => "promotion";

    /// <inheritdoc/>
    public string Purpose => "false promotions among 1, 10 and 40 equal candidates, and power, by rule";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var campaigns = arguments.Number("campaigns", 1_000);
        var sizes = arguments.Numbers("tasks", 50, 200);
        arguments.RequireAllKnown();

        var report = new Report("Promotion");
        report.Note($"{campaigns:N0} simulated campaigns a row, seeds fixed. Candidates are tried one after the other on the same sealed tasks against the promoted version; binary tasks are solved with probability "
            + "one half, continuous scores are normal with deviation 1. A campaign of equal candidates is wrong when any of them is promoted. Power: the last one tried is better by so many points (binary) or "
            + "hundredths of a deviation (continuous), and is promoted. \"ours\" is the gate that runs use: sign-flip test, level 0.035 for the first look at the sealed tasks, 0.01 / (k (k − 1)) for the k-th: 0.045 at most. "
            + FormattableString.Invariant($"A rate of 0.045 has a standard error of {Math.Sqrt(0.045 * 0.955 / campaigns):0.000} in so many campaigns."));
        foreach (var binary in (bool[])[true, false])
        {
            foreach (var tasks in sizes)
            {
                await MeasureAsync(report, new SealedTasks(binary, tasks, campaigns), cancellation);
            }
        }

        return report;
    }

    private static async Task MeasureAsync(Report report, SealedTasks tasks, CancellationToken cancellation)
    {
        var table = new Table($"{(tasks.Binary ? "binary" : "continuous")}, {tasks.Count} tasks: share of campaigns", ["candidates tried", "false: Δ > 0", "false: z > 2", "false: ours", "power +5", "power +10", "power +20"]);
        foreach (var tried in Tried)
        {
            var (higher, significant, ours) = (await tasks.WrongAsync(Rules.Higher, tried, cancellation), await tasks.WrongAsync(Rules.Significant, tried, cancellation), await tasks.WrongAsync(Rules.Ours, tried, cancellation));
            table.Add(
                $"{tried}",
                higher,
                significant,
                ours,
                await tasks.RightAsync(tried, 0.05, cancellation),
                await tasks.RightAsync(tried, 0.10, cancellation),
                await tasks.RightAsync(tried, 0.20, cancellation));
            report.AtMost(0.05, $"false promotions by our gate, {tried} equal candidates, {tasks.Count} {(tasks.Binary ? "binary" : "continuous")} tasks", ours);
        }

        report.Add(table);
    }
}
