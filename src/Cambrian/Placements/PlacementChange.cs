using Cambrian.Chips.Costs;
using Cambrian.Chips.Netlists;
using Cambrian.Chips.Placing;
using Cambrian.Report;
using Cambrian.Terminal;

namespace Cambrian.Placements;

/// <summary>What changed between two placements, in words and figures.</summary>
internal sealed class PlacementChange(PlacementTask task, Placement placement, CostMaps before, CostMaps after)
{
    private const int Longest = 5;

    /// <summary>A paragraph for each term and for the macros that moved.</summary>
    public Markup Explain(ProxyCost old, ProxyCost now)
    {
        var facts = new[]
        {
            $"Wires: the mean half perimeter of a net went from {Microns(old.Wirelength)} to {Microns(now.Wirelength)}.",
            $"Area: cells covered by more than nine tenths went from {Count(before.Density, 0.9)} to {Count(after.Density, 0.9)} of {before.Density.Length}; the fullest went from {ScoreFormat.Short(before.Density.Max())} to {ScoreFormat.Short(after.Density.Max())}.",
            $"Tracks: cells with more than seven tenths of their tracks in use, horizontal and vertical counted apart, went from {Busy(before)} to {Busy(after)}.",
            Moved(NodeKind.HardMacro, "hard"),
            Moved(NodeKind.SoftMacro, "soft"),
        };
        var farthest = Enumerable.Range(0, task.Netlist.NodeCount).OrderByDescending(Distance).Take(Longest).Where(node => Distance(node) > 0)
            .Select(node => Markup.Of($"<tr><td>{task.Netlist.Names[node]}</td><td class=\"number\">{ScoreFormat.Short(Distance(node))}</td></tr>"));
        return Markup.Of($"<ul>{facts.Select(fact => Markup.Of($"<li>{fact}</li>"))}</ul><details><summary>the macros that moved farthest</summary><table><thead><tr><th>macro</th><th class=\"number\">microns</th></tr></thead><tbody>{farthest}</tbody></table></details>");
    }

    private string Microns(double wirelength) => $"{ScoreFormat.Short(wirelength * (placement.Canvas.Width + placement.Canvas.Height))} microns";

    private static int Count(double[] cells, double limit) => cells.Count(cell => cell > limit);

    private static int Busy(CostMaps maps) => Count(maps.Horizontal, 0.7) + Count(maps.Vertical, 0.7);

    private string Moved(NodeKind kind, string name)
    {
        var distances = task.Netlist.Of(kind).Select(Distance).ToList();
        var moved = distances.Count(distance => distance > 0);
        return $"Of {distances.Count} {name} macros {moved} moved{(moved > 0 ? $", by {ScoreFormat.Short(distances.Sum() / moved)} microns on average" : "")}.";
    }

    private double Distance(int node) => double.Hypot(placement.X[node] - task.Start.X[node], placement.Y[node] - task.Start.Y[node]);
}
