using Cambrian.Chips.Netlists;
using Cambrian.Report;

namespace Cambrian.Placements;

/// <summary>Drawings of a canvas: where macros are, which of them belong together, how full cells are.</summary>
internal sealed class CanvasPlot(Netlist netlist, Canvas canvas)
{
    private const double Width = 420;
    private const int Shades = 7;

    // Enough to see what belongs together; more is a grey haze.
    private const int MostWires = 160;

    private readonly double _scale = Width / canvas.Width;
    private readonly IReadOnlyList<(int One, int Other, double Weight)> _wires = Strongest(netlist);

    private double Height => canvas.Height * _scale;

    /// <summary>Macros, ports, and the strongest connections between macros.</summary>
    public Markup Macros(Placement placement, string description)
    {
        var most = _wires.Count > 0 ? _wires.Max(wire => wire.Weight) : 1;
        var wires = _wires.Select(wire => Markup.Of(
            $"<line class=\"wire\" x1=\"{X(placement.X[wire.One])}\" y1=\"{Y(placement.Y[wire.One])}\" x2=\"{X(placement.X[wire.Other])}\" y2=\"{Y(placement.Y[wire.Other])}\" stroke-width=\"{0.3 + (1.7 * wire.Weight / most)}\"/>"));
        return Svg(description, Markup.Of($"{Each(NodeKind.SoftMacro, placement)}{Each(NodeKind.HardMacro, placement)}{wires}{Each(NodeKind.Port, placement)}"));
    }

    /// <summary>Cells shaded by a value.</summary>
    /// <param name="cells">Rows from bottom to top.</param>
    /// <param name="full">What gets the darkest shade.</param>
    /// <param name="description">For those who cannot see it.</param>
    public Markup Heat(IReadOnlyList<double> cells, double full, string description)
    {
        var (width, height) = (Width / canvas.Columns, Height / canvas.Rows);
        var shaded = cells.Select((value, cell) => Markup.Of(
            $"<rect class=\"shade{Shade(value / full)}\" x=\"{cell % canvas.Columns * width}\" y=\"{Height - (((cell / canvas.Columns) + 1) * height)}\" width=\"{width - 0.5}\" height=\"{height - 0.5}\"><title>column {cell % canvas.Columns}, row {cell / canvas.Columns}: {Math.Round(value, 2)}</title></rect>"));
        return Svg(description, Markup.Join(shaded));
    }

    private static int Shade(double share) => Math.Clamp((int)(Shades * share), 0, Shades - 1);

    private Markup Each(NodeKind kind, Placement placement) => Markup.Join(netlist.Of(kind).Select(node => kind == NodeKind.Port
        ? Markup.Of($"<circle class=\"port\" cx=\"{X(placement.X[node])}\" cy=\"{Y(placement.Y[node])}\" r=\"1.3\"/>")
        : Box(node, placement, kind == NodeKind.SoftMacro ? "soft" : placement.Fixed[node] ? "hard fixed" : "hard")));

    private Markup Box(int node, Placement placement, string style)
    {
        var (width, height) = (netlist.Widths[node], netlist.Heights[node]);
        return Markup.Of(
            $"<rect class=\"{style}\" x=\"{X(placement.X[node] - (width / 2))}\" y=\"{Y(placement.Y[node] + (height / 2))}\" width=\"{width * _scale}\" height=\"{height * _scale}\"><title>{netlist.Names[node]}</title></rect>");
    }

    private double X(double microns) => microns * _scale;

    private double Y(double microns) => Height - (microns * _scale);

    private Markup Svg(string description, Markup content) => Markup.Of(
        $"<svg class=\"canvas\" viewBox=\"-1 -1 {Width + 2} {Height + 2}\" role=\"img\" aria-label=\"{description}\"><rect class=\"die\" width=\"{Width}\" height=\"{Height}\"/>{content}</svg>");

    private static IReadOnlyList<(int One, int Other, double Weight)> Strongest(Netlist netlist)
    {
        Dictionary<(int, int), double> weights = [];
        for (var net = 0; net < netlist.NetCount; net++)
        {
            var driver = netlist.PinNodes[netlist.NetStarts[net]];
            for (var pin = netlist.NetStarts[net] + 1; pin < netlist.NetStarts[net + 1]; pin++)
            {
                var sink = netlist.PinNodes[pin];
                var pair = (Math.Min(driver, sink), Math.Max(driver, sink));
                weights[pair] = weights.GetValueOrDefault(pair) + netlist.NetWeights[net];
            }
        }

        return [.. weights.Where(pair => pair.Key.Item1 != pair.Key.Item2).OrderByDescending(pair => pair.Value).Take(MostWires).Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value))];
    }
}
