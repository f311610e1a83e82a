using Cambrian.Bench.Measuring;

namespace Cambrian.Bench.Archives;

/// <summary>What an archive of many programs costs: the loop adds one program and selects two parents for every step.</summary>
public sealed class ArchiveBenchmark : IBenchmark
{
    private static readonly string[] Operations = ["add", .. ArchiveProbe.Selectors.Keys];

    /// <inheritdoc/>
    public string Name => "archive";

    /// <inheritdoc/>
    public string Purpose => "adding to and sampling from archives of 10³ to 10⁶ programs";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var sizes = arguments.Numbers("sizes", 1_000, 10_000, 100_000, 1_000_000);
        var repeats = arguments.Number("repeats", 5);
        arguments.RequireAllKnown();

        var report = new Report("Archives");
        report.Note($"CPU µs per operation; median (least–greatest) of {repeats} fresh processes, taken in turn over the sizes; in square brackets the median ratio to the smallest size. "
            + "Archives are full when measuring starts. Sampling chooses two parents; tournaments of 4; lexicase with a pool of 16 over 8 cases; 8 islands. Goals: flat cost, ≤ 20 µs to sample from 10⁵.");
        foreach (var kind in ArchiveProbe.Archives.Keys)
        {
            report.Add(await MeasureAsync(kind, sizes, repeats, cancellation));
        }

        return report;
    }

    private static async Task<Table> MeasureAsync(string kind, IReadOnlyList<int> sizes, int repeats, CancellationToken cancellation)
    {
        var runs = await InTurn.RunAsync(sizes, repeats, size => Probes.RunAsync("archive", [("archive", kind), ("programs", size)], cancellation));
        var table = new Table($"{kind}, CPU µs", ["programs kept", .. Operations]);
        foreach (var run in runs)
        {
            var cells = Operations.Select(name => $"{run.Of(name)} [{Table.Number(run.Of(name).RatioTo(runs[0].Of(name)))}]");
            table.Add([$"{run.Of("kept").Median:N0}", .. cells]);
        }

        return table;
    }
}
