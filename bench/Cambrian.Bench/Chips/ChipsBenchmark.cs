using System.Globalization;
using Cambrian.Bench.Measuring;
using Cambrian.Chips.Placing;

namespace Cambrian.Bench.Chips;

/// <summary>How fast the exact cost of a chip's placement is, and how good placements get.</summary>
public sealed class ChipsBenchmark : IBenchmark
{
    // Methods are compiled again as they become hot, beside the work, for a second or two.
    private const int WarmUps = 6;

    // For the four cases in NanGate45 together.
    private const double MeanGoal = 0.625;

    /// <inheritdoc/>
    public string Name => "chips";

    /// <inheritdoc/>
    public string Purpose => "exact moves per CPU second, full evaluation, parsing; with --seconds N also placements of N CPU seconds each";

    /// <inheritdoc/>
    public Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var repeats = arguments.Number("repeats", 3);
        var seconds = arguments.Number("seconds", 0);
        var seeds = arguments.Numbers("seeds", 1, 2, 3);
        string[] names = arguments.Text("cases")?.Split(',') ?? [.. ChipCase.All.Select(chip => chip.Name)];
        arguments.RequireAllKnown();

        var report = new Report("Chip placement");
        ChipCase[] cases = [.. ChipCase.All.Where(chip => names.Contains(chip.Name))];
        AddSpeed(report, cases, repeats);
        if (seconds > 0)
        {
            AddQuality(report, cases, seeds, TimeSpan.FromSeconds(seconds), cancellation);
        }

        return Task.FromResult(report);
    }

    private static void AddSpeed(Report report, ChipCase[] cases, int repeats)
    {
        Sample Warm(Func<double> measure) => new([.. Enumerable.Range(0, WarmUps + repeats).Select(_ => measure()).Skip(WarmUps)]);
        var table = new Table("Median (least–greatest) of CPU time.", ["case", "moves/s", "full evaluation, ms", "parse, ms"]);
        foreach (var chip in cases)
        {
            var (moves, full, parse) = (Warm(chip.MovesPerSecond), Warm(chip.EvaluateMilliseconds), Warm(chip.ParseMilliseconds));
            table.Add(chip.Name, moves, full, parse);
            if (chip == ChipCase.All[0])
            {
                report.AtLeast(60_000, $"moves/s, {chip.Name}", moves.Median);
            }

            report.AtMost(20, $"full evaluation, ms, {chip.Name}", full.Median);
            report.AtMost(1000, $"parse, ms, {chip.Name}", parse.Median);
        }

        report.Add(table);
    }

    private static void AddQuality(Report report, ChipCase[] cases, IReadOnlyList<int> seeds, TimeSpan cpu, CancellationToken cancellation)
    {
        var table = new Table($"Proxy cost after {cpu.TotalSeconds:0} CPU seconds on one thread, from the shipped placement.", ["case", .. seeds.Select(seed => $"seed {seed}"), "mean", "goal", "wirelength", "density", "congestion", "overlaps", "moves, millions"]);
        List<double> means = [];
        foreach (var chip in cases)
        {
            var netlist = chip.Read();
            List<PlacementResult> results = [.. seeds.Select(seed => chip.Place(seed, cpu, cancellation))];
            var mean = results.Average(result => result.Cost.Proxy);
            table.Add(
            [
                chip.Name, .. results.Select(result => Five(result.Cost.Proxy)), Five(mean), Five(chip.Goal),
                Five(results.Average(result => result.Cost.Wirelength)), Five(results.Average(result => result.Cost.Density)), Five(results.Average(result => result.Cost.Congestion)),
                $"{results.Sum(result => Legality.Overlaps(netlist, result.Placement))}", results.Average(result => result.Moves) / 1e6,
            ]);
            report.AtMost(chip.Goal, $"proxy, {chip.Name}", mean);
            means.AddRange(chip.InNanGate45 ? [mean] : []);
        }

        if (means.Count == ChipCase.All.Count(chip => chip.InNanGate45))
        {
            report.AtMost(MeanGoal, "proxy, mean of the cases in NanGate45", means.Average());
        }

        report.Add(table);
    }

    private static string Five(double value) => value.ToString("0.00000", CultureInfo.InvariantCulture);
}
