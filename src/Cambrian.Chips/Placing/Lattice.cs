using Cambrian.Chips.Costs;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Placing;

/// <summary>
/// Spreads hard macros evenly: each goes to a site of a regular lattice, all together as near to where they were as can be. Of all lattices that have
/// room, the one whose placement costs least is taken.
/// </summary>
internal static class Lattice
{
    // Of macros without a width there fit columns without end; more than so many for each macro hardly leave more room around what is fixed.
    private const int ColumnsOfMacro = 4;

    /// <summary>Changes a placement in place; what is fixed stays, and when no lattice has room all stays.</summary>
    public static void Spread(Netlist netlist, Placement placement, IReadOnlyList<Rectangle> keepOut)
    {
        int[] hard = [.. netlist.Of(NodeKind.HardMacro).Where(node => !placement.Fixed[node])];
        if (hard.Length == 0)
        {
            return;
        }

        var best = placement.Copy();
        var least = double.PositiveInfinity;
        foreach (var sites in Sites(netlist, placement, keepOut, hard))
        {
            var candidate = placement.Copy();
            Assign(candidate, hard, sites);
            var cost = CostEvaluator.Evaluate(netlist, candidate).Proxy;
            if (cost < least)
            {
                (best, least) = (candidate, cost);
            }
        }

        best.X.CopyTo(placement.X, 0);
        best.Y.CopyTo(placement.Y, 0);
    }

    private static IEnumerable<List<(double X, double Y)>> Sites(Netlist netlist, Placement placement, IReadOnlyList<Rectangle> keepOut, int[] hard)
    {
        var (width, height) = (hard.Max(node => netlist.Widths[node]), hard.Max(node => netlist.Heights[node]));
        var largest = hard.MaxBy(node => netlist.Widths[node] + netlist.Heights[node]);
        var space = new MoveSpace(netlist, placement, keepOut);
        Array.ForEach(hard, node => space.Set(node, double.NegativeInfinity, double.NegativeInfinity));
        var mostColumns = (int)Math.Min(placement.Canvas.Width / (width + space.Gap), ColumnsOfMacro * hard.Length);
        var mostRows = (int)(placement.Canvas.Height / (height + space.Gap));
        for (var columns = 1; columns <= mostColumns; columns++)
        {
            var rows = (hard.Length + columns - 1) / columns;
            for (var more = rows; more <= Math.Min(mostRows, rows + 1); more++)
            {
                List<(double X, double Y)> sites = [.. Regular(placement.Canvas, columns, more).Where(site => space.FitsAt(largest, site.X, site.Y))];
                if (sites.Count >= hard.Length)
                {
                    yield return sites;
                }
            }
        }
    }

    private static IEnumerable<(double X, double Y)> Regular(Canvas canvas, int columns, int rows)
    {
        for (var site = 0; site < columns * rows; site++)
        {
            yield return (((site % columns) + 0.5) * canvas.Width / columns, ((site / columns) + 0.5) * canvas.Height / rows);
        }
    }

    private static void Assign(Placement placement, int[] hard, List<(double X, double Y)> sites)
    {
        double[][] distances = [.. hard.Select(node => sites.Select(site => Squared(site.X - placement.X[node]) + Squared(site.Y - placement.Y[node])).ToArray())];
        var chosen = Assignment.Solve(distances);
        for (var i = 0; i < hard.Length; i++)
        {
            (placement.X[hard[i]], placement.Y[hard[i]]) = sites[chosen[i]];
        }
    }

    private static double Squared(double value) => value * value;
}
