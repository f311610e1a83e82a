using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Placing;

/// <summary>Checks placements by the rules of the 2026 macro placement challenge, with every number rounded to single precision first, as its judge does.</summary>
public static class Legality
{
    /// <summary>How many pairs of hard macros overlap; touching is allowed.</summary>
    public static int Overlaps(Netlist netlist, Placement placement)
    {
        int[] hard = [.. netlist.Of(NodeKind.HardMacro)];
        var overlaps = 0;
        for (var i = 0; i < hard.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                overlaps += Overlap(netlist, placement, hard[i], hard[j]) ? 1 : 0;
            }
        }

        return overlaps;
    }

    /// <summary>How many macros that may move reach beyond the canvas though they would fit onto it.</summary>
    public static int Outside(Netlist netlist, Placement placement) => Enumerable.Range(0, netlist.NodeCount)
        .Count(node => netlist.Kinds[node] != NodeKind.Port && !placement.Fixed[node]
            && (IsOutside(placement.X[node], netlist.Widths[node], placement.Canvas.Width) || IsOutside(placement.Y[node], netlist.Heights[node], placement.Canvas.Height)));

    /// <summary>Whether two macros overlap.</summary>
    internal static bool Overlap(Netlist netlist, Placement placement, int one, int other) =>
        Apart(placement.X[one], placement.X[other]) < Reach(netlist.Widths[one], netlist.Widths[other])
        && Apart(placement.Y[one], placement.Y[other]) < Reach(netlist.Heights[one], netlist.Heights[other]);

    private static float Apart(double one, double other) => MathF.Abs((float)one - (float)other);

    private static float Reach(double one, double other) => ((float)one + (float)other) / 2;

    private static bool IsOutside(double centre, double size, double canvas) =>
        size <= canvas && ((float)centre - ((float)size / 2) < 0 || (float)centre + ((float)size / 2) > (float)canvas);
}
