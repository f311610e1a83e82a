using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Placing;

/// <summary>A canvas and a first placement for a netlist that comes without: no parameters.</summary>
public static class FreshStart
{
    // The share of the canvas that macros cover in the shipped cases of circuit_training, about.
    private const double Utilisation = 0.7;

    // Cells about as large as half a middling hard macro; the grids of circuit_training have 20 to 50 lines either way.
    private const int FewestLines = 10;
    private const int MostLines = 50;

    /// <summary>The placement; not legal yet, which is the placer's first step.</summary>
    public static Placement For(Netlist netlist) => For(netlist, CanvasFor(netlist));

    /// <summary>The placement on a given canvas; not legal yet.</summary>
    public static Placement For(Netlist netlist, Canvas canvas)
    {
        var placement = new Placement(canvas, netlist.NodeCount);
        netlist.Orientations.CopyTo(placement.Orientations);
        for (var node = 0; node < netlist.NodeCount; node++)
        {
            if (netlist.Kinds[node] == NodeKind.Port)
            {
                placement.Fixed[node] = true;
                (placement.X[node], placement.Y[node]) = (netlist.X[node], netlist.Y[node]);
            }
        }

        Wind(netlist, placement, NodeKind.HardMacro);
        Wind(netlist, placement, NodeKind.SoftMacro);
        Descent.Pull(netlist, placement);
        return placement;
    }

    private static Canvas CanvasFor(Netlist netlist)
    {
        var area = Enumerable.Range(0, netlist.NodeCount).Sum(node => netlist.Widths[node] * netlist.Heights[node]);
        var hard = netlist.Of(NodeKind.HardMacro).ToList();
        var ports = netlist.Of(NodeKind.Port).ToList();
        var side = Math.Sqrt(Math.Max(area, 1e-6) / Utilisation);
        var width = Math.Max(Math.Max(side, 1.1 * hard.Select(node => netlist.Widths[node]).DefaultIfEmpty().Max()), ports.Select(node => netlist.X[node]).DefaultIfEmpty().Max());
        var height = Math.Max(Math.Max(side, 1.1 * hard.Select(node => netlist.Heights[node]).DefaultIfEmpty().Max()), ports.Select(node => netlist.Y[node]).DefaultIfEmpty().Max());
        var cell = hard.Count == 0 ? Math.Sqrt(width * height) / 20 : Math.Sqrt(hard.Average(node => netlist.Widths[node] * netlist.Heights[node]) / 2);
        return new Canvas { Width = width, Height = height, Columns = Lines(width / cell), Rows = Lines(height / cell) };
    }

    private static int Lines(double wished) => (int)Math.Clamp(Math.Round(wished), FewestLines, MostLines);

    // The one with the most pins in the middle, the others around it on a square spiral (Ulam 1964) that fills the canvas.
    private static void Wind(Netlist netlist, Placement placement, NodeKind kind)
    {
        var pins = netlist.PinNodes.CountBy(node => node).ToDictionary();
        int[] nodes = [.. netlist.Of(kind).OrderByDescending(node => pins.GetValueOrDefault(node)).ThenBy(node => node)];
        var (across, up) = (0, 0);
        var (stepAcross, stepUp) = (1, 0);
        var turns = Math.Ceiling(Math.Sqrt(nodes.Length));
        for (int i = 0, leg = 1, walked = 0, legs = 0; i < nodes.Length; i++)
        {
            placement.X[nodes[i]] = placement.Canvas.Width * (0.5 + (across / (turns + 1)));
            placement.Y[nodes[i]] = placement.Canvas.Height * (0.5 + (up / (turns + 1)));
            (across, up) = (across + stepAcross, up + stepUp);
            if (++walked == leg)
            {
                (walked, stepAcross, stepUp) = (0, -stepUp, stepAcross);
                leg += ++legs % 2 == 0 ? 1 : 0;
            }
        }
    }
}
