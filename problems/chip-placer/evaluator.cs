using System.Collections.Concurrent;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Threading;
using Cambrian.Chips.Costs;
using Cambrian.Chips.Formats;
using Cambrian.Chips.Netlists;
using Cambrian.Chips.Placing;
using Cambrian.Contracts;

/// <summary>A placement policy: which law is asked for, and what the law is told.</summary>
public delegate double Policy(int law, double a, double b, double c, double d);

/// <summary>One chip to place.</summary>
/// <param name="Design">Its name.</param>
/// <param name="Seed">Of the placer.</param>
/// <param name="Moves">After which it ends.</param>
/// <param name="Hand">What the policy written by hand reaches with the same seed and moves: wirelength, density, congestion.</param>
/// <param name="Netlist">The file, packed.</param>
/// <param name="Start">The placement to begin with, packed.</param>
public sealed record Chip(string Design, int Seed, long Moves, double[] Hand, byte[] Netlist, byte[] Start);

/// <summary>
/// Scores a placement policy by the placements that the engine's own placer ends with under it. The placer runs beside the candidate; the judge evaluates the placement
/// afresh, in full, and checks every rule. All numbers of a policy pass <see cref="LawPolicy"/>.
/// </summary>
public sealed class PlacerEvaluator : Evaluator<Policy, Chip, double[]>
{
    // No term may be bought with another: by more than this, over the hand-written policy's, a placement is refused.
    private static readonly (string Name, double Bound)[] Terms = [("wirelength", 1.15), ("density", 1.06), ("congestion", 1.03)];

    private static readonly ConcurrentDictionary<string, (Netlist Netlist, Placement Start)> Read = new();

    /// <summary>A line of the split's file: design, seed, moves, and what the policy written by hand reaches.</summary>
    public override IReadOnlyList<Chip> Cases(Split split, string dataFolder)
    {
        var lines = File.ReadLines(Path.Combine(dataFolder, $"{split.ToString().ToLowerInvariant()}.txt"));
        return [.. lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => ReadCase(line, dataFolder))];
    }

    public override double[] Run(Policy program, Chip problemCase)
    {
        var (netlist, start) = Chip(problemCase);
        var task = new PlacementTask { Netlist = netlist, Start = start, Policy = new LawPolicy(program), Seed = problemCase.Seed, Islands = 1 };
        var placed = Placer.Place(task, new PlacementBudget(problemCase.Moves), _ => { }, CancellationToken.None).Placement;
        return [.. placed.X, .. placed.Y];
    }

    public override CaseScore Score(Chip problemCase, double[] answer)
    {
        var (netlist, start) = Chip(problemCase);
        if (Fault(netlist, start, answer) is { } fault)
        {
            return CaseScore.Invalid(fault);
        }

        var cost = CostEvaluator.Evaluate(netlist, Placed(start, answer));
        foreach (var ((name, bound), its, hand) in Terms.Zip(Values(cost), problemCase.Hand))
        {
            if (its > bound * hand)
            {
                return CaseScore.Invalid(string.Create(CultureInfo.InvariantCulture, $"{name} is {its:0.0000}, more than {bound} times the {hand:0.0000} of the policy written by hand."));
            }
        }

        return new CaseScore(cost.Proxy / ByHand(problemCase));
    }

    public override IReadOnlyDictionary<string, double> Metrics(IReadOnlyList<Chip> cases, IReadOnlyList<double[]> answers)
    {
        var costs = cases.Zip(answers, (chip, answer) => Values(CostEvaluator.Evaluate(Chip(chip).Netlist, Placed(Chip(chip).Start, answer)))).ToList();
        return Terms.Index().ToDictionary(term => term.Item.Name, term => costs.Average(cost => cost[term.Index]));
    }

    private static string? Fault(Netlist netlist, Placement start, double[]? answer)
    {
        if (answer is null || answer.Length != 2 * netlist.NodeCount)
        {
            return $"Expected {2 * netlist.NodeCount} coordinates, got {answer?.Length ?? 0}.";
        }

        if (Array.FindIndex(answer, coordinate => !double.IsFinite(coordinate)) is >= 0 and var infinite)
        {
            return $"Coordinate {infinite} is {answer[infinite]}.";
        }

        var placed = Placed(start, answer);
        for (var node = 0; node < netlist.NodeCount; node++)
        {
            if (start.Fixed[node] && (placed.X[node], placed.Y[node]) != (start.X[node], start.Y[node]))
            {
                return $"'{netlist.Names[node]}' is fixed but was moved.";
            }
        }

        return (Legality.Overlaps(netlist, placed), Legality.Outside(netlist, placed)) switch
        {
            (0, 0) => null,
            (var overlaps, var outside) => $"{overlaps} pairs of hard macros overlap and {outside} macros reach beyond the canvas.",
        };
    }

    private static double ByHand(Chip chip) => chip.Hand[0] + (0.5 * chip.Hand[1]) + (0.5 * chip.Hand[2]);

    private static double[] Values(ProxyCost cost) => [cost.Wirelength, cost.Density, cost.Congestion];

    private static Placement Placed(Placement start, double[] answer)
    {
        var placed = start.Copy();
        answer.AsSpan(0, placed.X.Length).CopyTo(placed.X);
        answer.AsSpan(placed.X.Length).CopyTo(placed.Y);
        return placed;
    }

    private static (Netlist Netlist, Placement Start) Chip(Chip chip) => Read.GetOrAdd(chip.Design, _ =>
    {
        using var packed = new GZipStream(new MemoryStream(chip.Netlist), CompressionMode.Decompress);
        var netlist = NetlistReader.Read(packed, $"{chip.Design}/netlist.pb.txt.gz");
        using var rows = new StreamReader(new GZipStream(new MemoryStream(chip.Start), CompressionMode.Decompress));
        return (netlist, PlacementReader.Read(rows, $"{chip.Design}/initial.plc.gz", netlist));
    });

    private static Chip ReadCase(string line, string dataFolder)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        double Number(int index) => double.Parse(words[index], CultureInfo.InvariantCulture);
        if (words.Length != 6)
        {
            throw new InvalidDataException($"'{line}' is no case; expected: design seed moves wirelength density congestion.");
        }

        var folder = Path.Combine(dataFolder, words[0]);
        return new Chip(
            words[0], (int)Number(1), (long)Number(2), [Number(3), Number(4), Number(5)],
            File.ReadAllBytes(Path.Combine(folder, "netlist.pb.txt.gz")), File.ReadAllBytes(Path.Combine(folder, "initial.plc.gz")));
    }
}

/// <summary>The engine's policy as asked of a candidate: whatever it answers becomes a number that the placer can work with.</summary>
internal sealed class LawPolicy(Policy program) : PlacementPolicy
{
    public override double Temperature(double progress) => Between(1e-12, program(0, progress, 0, 0, 0), 1);

    public override double Weight(MoveKind kind, double progress, double yield) => Between(1e-6, program(1, (int)kind, progress, yield, 0), 1e6);

    public override double Reach(MoveKind kind, double progress, double draw) => Between(1e-3, program(2, (int)kind, progress, draw, 0), 100);

    public override int Contenders(double progress) => (int)Between(1, program(4, progress, 0, 0, 0), 16);

    public override double Urgency(NodeOutlook outlook, double progress) => Between(-1e9, program(3, outlook.Density, outlook.Area, outlook.Nets, progress), 1e9);

    public override SeedTransform Start(int island) => Between(0, program(5, island, 0, 0, 0), 4) switch
    {
        < 0.5 => SeedTransform.Keep,
        < 1.5 => SeedTransform.MirrorLeftRight,
        < 2.5 => SeedTransform.MirrorTopBottom,
        < 3.5 => SeedTransform.Turn,
        _ => SeedTransform.Spread,
    };

    public override double Begin(double filled) => Between(0, program(6, filled, 0, 0, 0), 0.99);

    // What is no number counts as the least.
    private static double Between(double least, double value, double most) => value > least ? Math.Min(value, most) : least;
}
