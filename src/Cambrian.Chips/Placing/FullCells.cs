using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Placing;

/// <summary>Cells of the grid that hard macros fill by their sizes alone.</summary>
internal static class FullCells
{
    /// <summary>
    /// The expected number of cells covered in full by hard macros at random places, over the number of cells that the density term is a mean of. Above 1 even
    /// macros laid blindly make the term nearly as great as it can be: arranging them lowers it by little, and what is left to gain is wirelength and congestion.
    /// </summary>
    public static double Share(Netlist netlist, Canvas canvas)
    {
        var counted = canvas.Columns * canvas.Rows / 10;
        return counted == 0 ? 0 : netlist.Of(NodeKind.HardMacro).Sum(macro => Within(netlist.Widths[macro] / canvas.CellWidth) * Within(netlist.Heights[macro] / canvas.CellHeight)) / counted;
    }

    // A piece of length l, anywhere along unit cells, covers l − 1 of them in full on average, and none when it is shorter than one.
    private static double Within(double length) => Math.Max(0, length - 1);
}
