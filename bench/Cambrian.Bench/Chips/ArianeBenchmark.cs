using System.Globalization;
using Cambrian.Bench.Measuring;
using Cambrian.Chips.Clustering;
using Cambrian.Chips.Netlists;
using Cambrian.Chips.Placing;

namespace Cambrian.Bench.Chips;

/// <summary>CT-Ariane head to head: hard macros of AlphaChip, circuit_training from scratch, annealing, RePlAce, a human and ours, on one netlist, under one clustering and one soft placer.</summary>
public sealed class ArianeBenchmark : IBenchmark
{
    private static readonly (string File, string Name)[] Others =
        [("alphachip", "AlphaChip"), ("ct-scratch", "CT from scratch"), ("sa", "SA (TILOS)"), ("replace", "RePlAce"), ("human", "human"), ("initial", "as in the DEF")];

    /// <inheritdoc/>
    public string Name => "chips-ariane";

    /// <inheritdoc/>
    public string Purpose => "CT-Ariane: our macros against AlphaChip's, CT's, SA's, RePlAce's and a human's (--moves of ours, --soft-moves, --clusters, --seed; 10 min)";

    /// <inheritdoc/>
    public Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var (clusters, seed) = (arguments.Number("clusters", 800), arguments.Number("seed", 1));
        var (moves, softMoves) = (arguments.Number("moves", 6_000_000), arguments.Number("soft-moves", 500_000));
        arguments.RequireAllKnown();
        var ariane = new ArianeCase(clusters);
        List<ArianeRow> rows = [];
        foreach (var (file, name) in Others)
        {
            cancellation.ThrowIfCancellationRequested();
            var published = ArianeCase.Read(file);
            var hard = ariane.With(published.Centres);
            var placed = SoftPlacement.Run(ariane.Netlist, hard, softMoves, seed);
            rows.Add(new ArianeRow(name, placed, placed, SoftPlacement.Run(ariane.Netlist, hard, moves, seed), Published(published.Header), double.NaN));
        }

        var ours = Place(ariane, moves, seed, cancellation, out var seconds);
        rows.Add(new ArianeRow("ours", ours, SoftPlacement.Run(ariane.Netlist, ours, softMoves, seed), SoftPlacement.Run(ariane.Netlist, ours, moves, seed), double.NaN, seconds));
        return Task.FromResult(Describe(ariane, rows, softMoves, moves));
    }

    // From scratch: nobody's placement is a start for ours.
    private static Placement Place(ArianeCase ariane, int moves, int seed, CancellationToken cancellation, out double seconds)
    {
        var before = Environment.CpuUsage.TotalTime;
        var start = FreshStart.For(ariane.Netlist, ariane.Initial.Canvas);
        var placed = Placer.Place(new PlacementTask { Netlist = ariane.Netlist, Start = start, FromScratch = true, Seed = seed, Islands = 1 }, new PlacementBudget(moves), _ => { }, cancellation);
        seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        return placed.Placement;
    }

    private static double Published(IReadOnlyDictionary<string, double> header) =>
        header.GetValueOrDefault("Wirelength cost") + (0.5 * header.GetValueOrDefault("Density cost")) + (0.5 * header.GetValueOrDefault("Congestion cost"));

    private static Report Describe(ArianeCase ariane, List<ArianeRow> rows, int softMoves, int moves)
    {
        var report = new Report("CT-Ariane, head to head");
        var table = new Table(
            "Proxy cost (wirelength + 0.5 density + 0.5 congestion) and its terms; the proxy with the row's hard macros and soft macros by the one fixed placer, and by the same one with as many moves as ours had for all; length of all nets between gates.",
            ["hard macros by", "published", "proxy", "wirelength", "density", "congestion", "soft fixed", "soft, equal moves", "gates, mm", "overlaps", "CPU-s"]);
        foreach (var row in rows)
        {
            var (cost, sameSoft, overlap) = (ariane.Cost(row.Placement), ariane.Cost(row.FixedSoft), ariane.Overlap(row.Placement));
            table.Add(row.Name, Digits(row.Published), Digits(cost.Proxy), Digits(cost.Wirelength), Digits(cost.Density), Digits(cost.Congestion), Digits(sameSoft.Proxy), Digits(ariane.Cost(row.EqualSoft).Proxy),
                ariane.GateWirelength(row.FixedSoft), string.Create(CultureInfo.InvariantCulture, $"{overlap.Pairs} ({100 * overlap.Share:0.##} %)"), row.Seconds);
        }

        var (ours, others) = (rows[^1], rows[..^1]);
        report.AtMost(others.Min(row => ariane.Cost(row.Placement).Proxy), "proxy of ours; the others' least", ariane.Cost(ours.Placement).Proxy);
        report.AtMost(others.Min(row => ariane.Cost(row.EqualSoft).Proxy), "proxy of ours; the others' least at equal moves", ariane.Cost(ours.Placement).Proxy);
        report.AtMost(300, "CPU seconds of ours", ours.Seconds);
        report.Add(table);
        report.Note(Setting(ariane, softMoves, moves));
        return report;
    }

    private static string Setting(ArianeCase ariane, int softMoves, int moves) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Same netlist for all: {ariane.Gates.Netlist.NetCount:N0} nets between gates, {ariane.Netlist.Of(NodeKind.SoftMacro).Count()} clusters by connectivity alone ({ariane.Netlist.NetCount:N0} nets of summed weight {ariane.Netlist.TotalNetWeight:N0}). Soft macros of all rows but the
        proxy of ours: {softMoves:N0} annealing moves from one start, hard macros held; equal moves: {moves:N0}. Ours: {moves:N0} moves of hard and soft macros together, from scratch. Gates: half perimeters, standard cells at the centre of their
        cluster under the fixed soft placer, memories' pins by the library; nets of more than 500 sinks left out. Published: the file's own header, under a clustering that is not published; orders may differ.
        Overlaps: pairs of memories, and the area they share per area of all.
        """);

    private static string Digits(double value) => double.IsNaN(value) || value == 0 ? "–" : value.ToString("0.0000", CultureInfo.InvariantCulture);
}
