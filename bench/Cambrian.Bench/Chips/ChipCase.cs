using Cambrian.Bench.Measuring;
using Cambrian.Chips.Costs;
using Cambrian.Chips.Formats;
using Cambrian.Chips.Incremental;
using Cambrian.Chips.Netlists;
using Cambrian.Chips.Placing;

namespace Cambrian.Bench.Chips;

/// <summary>One shipped placement case and what can be measured on it.</summary>
/// <param name="Name">Its folder under data/chips.</param>
/// <param name="Goal">The proxy cost to reach in 60 CPU seconds, mean over seeds.</param>
internal sealed record ChipCase(string Name, double Goal)
{
    private static readonly TimeSpan PerSample = TimeSpan.FromSeconds(0.5);

    /// <summary>All of them, with the goals of a prototype that made 25,000 moves per second.</summary>
    public static IReadOnlyList<ChipCase> All { get; } =
    [
        new("ariane133_NanGate45", 0.607), new("ariane136_NanGate45", 0.592), new("mempool_tile_NanGate45", 0.689),
        new("nvdla_NanGate45", 0.650), new("nvdla_ASAP7", 0.646), new("ariane133_SKY130HD", 0.639),
    ];

    /// <summary>Whether its cells are those of the Nangate 45 nm library.</summary>
    public bool InNanGate45 => Name.EndsWith("_NanGate45", StringComparison.Ordinal);

    private string Folder => Repository.Find($"data/chips/{Name}");

    /// <summary>Reads the netlist.</summary>
    public Netlist Read() => NetlistReader.Read(Path.Combine(Folder, "netlist.pb.txt.gz"));

    /// <summary>Reads the shipped placement.</summary>
    public Placement Start(Netlist netlist) => PlacementReader.Read(Path.Combine(Folder, "initial.plc.gz"), netlist);

    /// <summary>CPU milliseconds to read the netlist.</summary>
    public double ParseMilliseconds() => Meter.Of(() => Read()).Cpu.TotalMilliseconds;

    /// <summary>CPU milliseconds of a full evaluation.</summary>
    public double EvaluateMilliseconds()
    {
        const int Times = 20;
        var netlist = Read();
        var start = Start(netlist);
        return Meter.Of(() =>
        {
            for (var i = 0; i < Times; i++)
            {
                CostEvaluator.Evaluate(netlist, start);
            }
        }).Cpu.TotalMilliseconds / Times;
    }

    /// <summary>Moves per CPU second: one macro, one in twenty a hard one, goes up to a fiftieth of the canvas; the cost is asked for; one in ten is kept, the others are taken back.</summary>
    public double MovesPerSecond()
    {
        var netlist = Read();
        var start = Start(netlist);
        var cost = new IncrementalCost(netlist, start);
        var (random, hard, soft) = (new Random(1), netlist.Of(NodeKind.HardMacro).ToArray(), netlist.Of(NodeKind.SoftMacro).ToArray());
        var (before, moves) = (Environment.CpuUsage.TotalTime, 0);
        while (Environment.CpuUsage.TotalTime - before < PerSample)
        {
            for (var i = 0; i < 500; i++, moves++)
            {
                var node = random.Next(20) == 0 ? hard[random.Next(hard.Length)] : soft[random.Next(soft.Length)];
                Move(cost, node, start.Canvas, random);
            }
        }

        return moves / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    /// <summary>Places on one thread for a time of the processor.</summary>
    public PlacementResult Place(int seed, TimeSpan cpu, CancellationToken cancellation)
    {
        var netlist = Read();
        var task = new PlacementTask { Netlist = netlist, Start = Start(netlist), Seed = seed, Islands = 1 };
        return Placer.Place(task, new PlacementBudget(null, cpu, () => Environment.CpuUsage.TotalTime), _ => { }, cancellation);
    }

    private static void Move(IncrementalCost cost, int node, Canvas canvas, Random random)
    {
        var (x, y) = cost[node];
        cost.Move(
            node,
            Math.Clamp(x + (0.04 * canvas.Width * (random.NextDouble() - 0.5)), 0, canvas.Width),
            Math.Clamp(y + (0.04 * canvas.Height * (random.NextDouble() - 0.5)), 0, canvas.Height));
        var now = cost.Evaluate();
        if (random.Next(10) == 0)
        {
            cost.Commit(now);
        }
        else
        {
            cost.Undo();
        }
    }
}
