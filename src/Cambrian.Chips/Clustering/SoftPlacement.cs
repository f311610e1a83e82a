using Cambrian.Chips.Incremental;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Clustering;

/// <summary>
/// Places soft macros around hard ones that stay: each first goes to the middle of what it is connected to, then they are annealed on the exact proxy cost. One fixed, plain routine, so that placements
/// of hard macros can be compared whoever made them; it looks at no soft macro's former place.
/// </summary>
public static class SoftPlacement
{
    private const int Sweeps = 60;

    // Of the proxy cost; what the annealing prototype for these costs worked with.
    private const double Hot = 2e-4;
    private const double Cold = 1e-6;

    // Of the canvas.
    private const double LongStep = 0.25;
    private const double ShortStep = 0.004;

    /// <summary>Places the soft macros.</summary>
    /// <param name="netlist">What is placed.</param>
    /// <param name="hard">Where ports and hard macros are.</param>
    /// <param name="moves">How many moves are tried.</param>
    /// <param name="seed">Equal seeds give equal placements.</param>
    public static Placement Run(Netlist netlist, Placement hard, int moves, int seed)
    {
        var start = hard.Copy();
        int[] soft = [.. netlist.Of(NodeKind.SoftMacro)];
        Centre(netlist, start, soft);
        return soft.Length == 0 ? start : Anneal(new IncrementalCost(netlist, start), soft, start.Canvas, moves, new Random(seed));
    }

    // The minimum of the nets' squared lengths, each net a clique of weight w/(pins-1), by Gauss-Seidel sweeps from the middle of the canvas.
    private static void Centre(Netlist netlist, Placement placement, int[] soft)
    {
        foreach (var node in soft)
        {
            (placement.X[node], placement.Y[node]) = (placement.Canvas.Width / 2, placement.Canvas.Height / 2);
        }

        var nets = new NetSums(netlist, placement);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var node in soft)
            {
                var (x, y) = nets.Centre(node);
                nets.Move(node, x, y);
            }
        }
    }

    private static Placement Anneal(IncrementalCost cost, int[] soft, Canvas canvas, int moves, Random random)
    {
        for (var move = 0; move < moves; move++)
        {
            var progress = (double)move / moves;
            var node = soft[random.Next(soft.Length)];
            var (x, y) = cost[node];
            var step = LongStep * Math.Pow(ShortStep / LongStep, progress);
            cost.Move(
                node,
                Math.Clamp(x + (step * canvas.Width * ((2 * random.NextDouble()) - 1)), 0, canvas.Width),
                Math.Clamp(y + (step * canvas.Height * ((2 * random.NextDouble()) - 1)), 0, canvas.Height));
            var proposed = cost.Evaluate();
            var worse = proposed.Proxy - cost.Current.Proxy;
            if (worse <= 0 || random.NextDouble() < Math.Exp(-worse / (Hot * Math.Pow(Cold / Hot, progress))))
            {
                cost.Commit(proposed);
            }
            else
            {
                cost.Undo();
            }
        }

        return cost.Snapshot();
    }
}
