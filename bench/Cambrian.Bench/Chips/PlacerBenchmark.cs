using System.Globalization;
using Cambrian.Bench.Measuring;
using Cambrian.Bench.Policies;
using Cambrian.Chips.Costs;

namespace Cambrian.Bench.Chips;

/// <summary>What a placement policy is worth on chips that no search for policies sees: the proxy cost at equal moves, over paired seeds, next to the policy written by hand.</summary>
public sealed class PlacerBenchmark : IBenchmark
{
    private const string Folder = "problems/chip-placer";
    private static readonly string[] HeldOut = ["nvdla_NanGate45", "nvdla_ASAP7"];

    /// <inheritdoc/>
    public string Name => "chip-placer";

    /// <inheritdoc/>
    public string Purpose => "a placement policy (--policy FILE) against the one written by hand, on held-out chips at equal moves (--seeds 10, --first 101, --moves 60000, --designs a,b; 4 min); --record yes renews the problem's cases";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var policy = arguments.Text("policy") ?? Repository.Find($"{Folder}/seed/PlacerPolicy.cs");
        var (seeds, first, moves) = (arguments.Number("seeds", 10), arguments.Number("first", 101), arguments.Number("moves", 60_000));
        var designs = arguments.Text("designs")?.Split(',') ?? HeldOut;
        var record = arguments.Text("record") is not null;
        arguments.RequireAllKnown();
        return record ? await RecordAsync(cancellation) : await CompareAsync([.. designs.SelectMany(design => Enumerable.Range(first, seeds).Select(seed => new PlacerCase(design, seed, moves)))], policy, cancellation);
    }

    private static async Task<Report> CompareAsync(List<PlacerCase> cases, string policy, CancellationToken cancellation)
    {
        var byHand = cases.ConvertAll(chip => (Case: chip, Cost: chip.ByHand(cancellation)));
        await using var trial = await PlacerTrial.OpenAsync(byHand, cancellation);
        var ratios = await trial.RunAsync(await File.ReadAllTextAsync(policy, cancellation), cancellation);
        return Describe(byHand, ratios);
    }

    private static Report Describe(List<(PlacerCase Case, ProxyCost Cost)> byHand, IReadOnlyList<double> ratios)
    {
        var report = new Report("Placement policy");
        var table = new Table(
            "Proxy cost of the policy written by hand over that of the policy, at equal seeds and moves: ratio of geometric means with its 95 % interval (bootstrap over seeds); above 1 the policy is better. Noise: the same with the hand-written policy's own seeds against each other.",
            ["design", "seeds", "moves", "by hand", "policy", "ratio", "better", "noise"]);
        foreach (var (name, places) in byHand.Index().GroupBy(one => one.Item.Case.Design).Select(group => (group.Key, group.Select(one => one.Index).ToList())).Append(("all", [.. Enumerable.Range(0, ratios.Count)])))
        {
            var (hand, policy) = (places.ConvertAll(place => byHand[place].Cost.Proxy), places.ConvertAll(place => byHand[place].Cost.Proxy * ratios[place]));
            var ratio = Speedup.Of(hand, policy);
            table.Add(name, places.Count, byHand[places[0]].Case.Moves, Digits(hand.Average()), Digits(policy.Average()), Digits(ratio),
                $"{places.Count(place => ratios[place] < 1)} of {places.Count}", name == "all" ? "" : Digits(Noise(hand)));
            if (name == "all")
            {
                report.AtLeast(1, "lower end of the interval of the ratio over all", ratio.Lower);
            }
        }

        report.Add(table);
        return report;
    }

    // Seeds in two halves, one against the other.
    private static Speedup Noise(List<double> byHand) => Speedup.Of(byHand[..(byHand.Count / 2)], byHand[(byHand.Count / 2)..(byHand.Count / 2 * 2)]);

    private static async Task<Report> RecordAsync(CancellationToken cancellation)
    {
        var report = new Report("Cases of chip-placer");
        foreach (var file in new[] { "training.txt", "validation.txt", "test.txt" })
        {
            var path = Repository.Find($"{Folder}/data/{file}");
            var lines = await File.ReadAllLinesAsync(path, cancellation);
            await File.WriteAllLinesAsync(path, lines.Select(line => line.StartsWith('#') || line.Length == 0 ? line : Renewed(PlacerCase.Parse(line), cancellation)).ToList(), cancellation);
            report.Note($"{file}: {lines.Length} lines renewed.");
        }

        return report;
    }

    private static string Renewed(PlacerCase chip, CancellationToken cancellation) => chip.Line(chip.ByHand(cancellation));

    private static string Digits(Speedup ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio.Ratio:0.0000} ({ratio.Lower:0.0000}–{ratio.Upper:0.0000})");

    private static string Digits(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
