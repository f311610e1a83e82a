using System.Globalization;
using Cambrian.Bench.Measuring;
using Cambrian.Numerics.Optimisation;
using Cambrian.Numerics.Tensors;

namespace Cambrian.Bench.Kernels;

/// <summary>
/// Flips per second of processor time on schemes for 3 × 3 and 4 × 4 matrices; with <c>--flips</c>, the path of the program that
/// jakobmoosbauer/flips builds from its updated_code, of that program too, from the same schemes.
/// </summary>
public sealed class FlipsBenchmark : IBenchmark
{
    // What Cambrian.Numerics.Tensors counts for one flip.
    private const long FlipCost = 100;

    /// <inheritdoc/>
    public string Name => "flips";

    /// <inheritdoc/>
    public string Purpose => "flips per CPU-second on schemes that multiply matrices, beside jakobmoosbauer/flips (--flips PATH)";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var (repeats, millions, peer) = (arguments.Number("repeats", 5), arguments.Number("millions", 20), arguments.Text("flips") ?? "");
        arguments.RequireAllKnown();

        int[][] schemes = [Good(3, 400_000_000), Good(4, 4_000_000_000)];
        var report = new Report("Flips");
        report.Note($"{millions} million flips from one scheme over the field of two elements, without plus transitions; processor time of the whole process, {repeats} times in turn.");
        var table = new Table("Million flips per CPU-second.", ["matrices, terms", "Cambrian", "jakobmoosbauer/flips", "ratio"]);
        using var folder = new ScratchFolder();
        foreach (var scheme in schemes)
        {
            var file = folder.File($"{scheme[0]}.exp");
            await File.WriteAllLinesAsync(file, Spell(scheme), cancellation);
            List<double> mine = [], its = [];
            for (var repeat = 0; repeat < repeats; repeat++)
            {
                mine.Add(millions / Meter.Of(() => Walk(scheme, millions * 1_000_000L, repeat)).Cpu.TotalSeconds);
                its.Add(peer.Length == 0 ? double.NaN : millions / await PeerSecondsAsync(peer, file, scheme[0], millions * 1_000_000L, cancellation));
            }

            table.Add($"{scheme[0]} × {scheme[0]}, {Rank(scheme)}", new Sample(mine), new Sample(its), new Sample(mine).RatioTo(new Sample(its)));
            report.AtLeast(10, $"million flips per CPU-second, {scheme[0]} × {scheme[0]}", new Sample(mine).Median);
        }

        report.Add(table);
        return report;
    }

    private static int[] Good(int side, long operations) => MatrixSchemes.Ladder([side, side, side, 2], patience: 300, plusAfter: 10_000, seed: 1, new Work(operations));

    private static void Walk(int[] scheme, long flips, int seed) => MatrixSchemes.Walk(scheme, plusAfter: 10_000_000, margin: 1, seed, new Work(FlipCost * flips));

    private static int Rank(int[] scheme) => (scheme.Length - 4) / (3 * scheme[0] * scheme[0]);

    // Arguments: file, three sides, flips, no split, no restart, distance, check, seed. It ends by itself after so many flips.
    private static async Task<double> PeerSecondsAsync(string program, string file, int side, long flips, CancellationToken cancellation)
    {
        var digit = side.ToString(CultureInfo.InvariantCulture);
        string[] arguments = ["-f", "%U", program, file, digit, digit, digit, flips.ToString(CultureInfo.InvariantCulture), "0", "0", "10", "0", "1"];
        var child = await Child.RunAsync("/usr/bin/time", arguments, cancellation);
        child.Required(program);
        return double.Parse(child.Errors.Trim(), CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Spell(int[] scheme)
    {
        var side = scheme[0];
        string Sum(int[] factor, char name) =>
            string.Join('+', factor.Index().Where(entry => entry.Item != 0).Select(entry => $"{name}{(entry.Index / side) + 1}{(entry.Index % side) + 1}"));
        return scheme[4..].Chunk(3 * side * side).Select(term =>
            $"({Sum(term[..(side * side)], 'a')})*({Sum(term[(side * side)..(2 * side * side)], 'b')})*({Sum(term[(2 * side * side)..], 'c')})");
    }
}
