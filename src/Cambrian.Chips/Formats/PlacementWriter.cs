using System.Globalization;
using Cambrian.Chips.Costs;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Formats;

/// <summary>Writes placements of circuit_training (<c>.plc</c>). Numbers have as many digits as it takes to read the same bits back.</summary>
public static class PlacementWriter
{
    /// <summary>Writes a file; packed if its name ends in .gz.</summary>
    /// <param name="path">The file; what was there is lost.</param>
    /// <param name="netlist">What is placed.</param>
    /// <param name="placement">Where.</param>
    /// <param name="cost">For the header.</param>
    public static void Write(string path, Netlist netlist, Placement placement, ProxyCost cost)
    {
        using var writer = new StreamWriter(ChipFile.Create(path)) { NewLine = "\n" };
        Write(writer, netlist, placement, cost);
    }

    /// <summary>Writes a text.</summary>
    public static void Write(TextWriter writer, Netlist netlist, Placement placement, ProxyCost cost)
    {
        WriteHeader(writer, placement.Canvas, cost);
        for (var node = 0; node < netlist.NodeCount; node++)
        {
            var orientation = netlist.Kinds[node] == NodeKind.Port ? "-" : placement.Orientations[node].ToString();
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{netlist.FileIndices[node]} {placement.X[node]:R} {placement.Y[node]:R} {orientation} {(placement.Fixed[node] ? 1 : 0)}"));
        }
    }

    private static void WriteHeader(TextWriter writer, Canvas canvas, ProxyCost cost)
    {
        string[] lines =
        [
            "Placement file for Circuit Training",
            $"Columns : {canvas.Columns}  Rows : {canvas.Rows}",
            $"Width : {canvas.Width:R}  Height : {canvas.Height:R}",
            $"Wirelength cost : {cost.Wirelength:R}",
            $"Congestion cost : {cost.Congestion:R}",
            $"Density cost : {cost.Density:R}",
            $"Routes per micron, hor : {canvas.HorizontalRoutes:R}  ver : {canvas.VerticalRoutes:R}",
            $"Routes used by macros, hor : {canvas.HorizontalRoutesOfMacros:R}  ver : {canvas.VerticalRoutesOfMacros:R}",
            $"Smoothing factor : {canvas.SmoothRange}",
            "",
            "node_index x y orientation fixed",
        ];
        foreach (var line in lines)
        {
            writer.WriteLine($"# {line}".TrimEnd());
        }
    }
}
