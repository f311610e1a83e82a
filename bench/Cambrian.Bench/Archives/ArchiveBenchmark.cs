using Cambrian.Bench.Measuring;

namespace Cambrian.Bench.Archives;

/// <summary>What an archive of many programs costs: the loop adds one program and selects two parents for every step.</summary>
public sealed class ArchiveBenchmark : IBenchmark
{
    private const int SizeOfGoal = 100_000;
    private static readonly string[] Operations = ["add", .. ArchiveProbe.Selectors.Keys];

    /// <inheritdoc/>
    public string Name => "archive";

    /// <inheritdoc/>
    public string Purpose => "adding to and sampling from archives of 10³ to 10⁶ programs";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var sizes = arguments.Numbers("sizes", 1_000, 10_000, 100_000, 1_000_000);
        var repeats = arguments.Number("repeats", 3);
        arguments.RequireAllKnown();

        var report = new Report("Archives");
        report.Note($"CPU µs per operation; median (least–greatest) of {repeats} fresh processes, taken in turn over the sizes; in square brackets the median ratio to the smallest size. "
            + "Archives are full when measuring starts. Sampling chooses two parents; tournaments of 4; lexicase with a pool of 16 over 8 cases; 8 islands. "
            + "Growth is that of adding one program and choosing two parents by lexicase: the steps are the same at every size, but what they touch no longer fits the processor's caches; a scan would grow 1,000 ×.");
        foreach (var kind in ArchiveProbe.Archives.Keys)
        {
            await MeasureAsync(report, kind, sizes, repeats, cancellation);
        }

        return report;
    }

    private static async Task MeasureAsync(Report report, string kind, IReadOnlyList<int> sizes, int repeats, CancellationToken cancellation)
    {
        var runs = await InTurn.RunAsync(sizes, repeats, size => Probes.RunAsync("archive", [("archive", kind), ("programs", size)], cancellation));
        var table = new Table($"{kind}, CPU µs", ["programs kept", .. Operations]);
        foreach (var run in runs)
        {
            var cells = Operations.Select(name => $"{run.Of(name)} [{Table.Number(run.Of(name).RatioTo(runs[0].Of(name)))}]");
            table.Add([$"{run.Of("kept").Median:N0}", .. cells]);
        }

        report.Add(table);
        for (var row = 0; row < sizes.Count; row++)
        {
            if (sizes[row] == SizeOfGoal)
            {
                report.AtMost(20, $"CPU µs to choose two parents, {kind}, {SizeOfGoal:N0} programs, the dearest selector", ArchiveProbe.Selectors.Keys.Max(name => runs[row].Of(name).Median));
            }
        }

        report.AtMost(3, $"growth of adding and choosing, {kind}, {sizes[0]:N0} to {sizes[^1]:N0} programs", Turn(runs[^1]).RatioTo(Turn(runs[0])));
    }

    private static Sample Turn(InTurn run) => new([.. run.Of("add").Values.Zip(run.Of("lexicase").Values, (add, choose) => add + choose)]);
}
