using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Costs;

/// <summary>
/// The proxy cost of a whole placement, exactly as TILOS's open evaluator defines it (CodeElements/Plc_client/plc_client_os.py), with the 2026 macro
/// placement challenge's correction that cells beyond the canvas count as the nearest one.
/// </summary>
public static class CostEvaluator
{
    /// <summary>Evaluates a placement.</summary>
    public static ProxyCost Evaluate(Netlist netlist, Placement placement) => CostOf(netlist, placement, Map(netlist, placement));

    /// <summary>The maps that density and congestion are means of.</summary>
    public static CostMaps Map(Netlist netlist, Placement placement)
    {
        var demand = new TrackDemand(placement.Canvas);
        AddNets(netlist, placement, demand);
        var density = new double[placement.Canvas.Columns * placement.Canvas.Rows];
        AddMacros(netlist, placement, demand, density);
        return new CostMaps(density, demand.HorizontalUse(), demand.VerticalUse());
    }

    /// <summary>The cost of a placement whose maps are known.</summary>
    public static ProxyCost CostOf(Netlist netlist, Placement placement, CostMaps maps) => new(
        Wirelength(netlist, placement),
        0.5 * TopMean.OfDensity(maps.Density),
        TopMean.OfCongestion([.. maps.Vertical, .. maps.Horizontal]));

    private static double Wirelength(Netlist netlist, Placement placement)
    {
        var total = 0.0;
        for (var net = 0; net < netlist.NetCount; net++)
        {
            double left = double.PositiveInfinity, right = double.NegativeInfinity, bottom = left, top = right;
            for (var pin = netlist.NetStarts[net]; pin < netlist.NetStarts[net + 1]; pin++)
            {
                var (x, y) = (placement.X[netlist.PinNodes[pin]] + netlist.PinX[pin], placement.Y[netlist.PinNodes[pin]] + netlist.PinY[pin]);
                (left, right) = (Math.Min(left, x), Math.Max(right, x));
                (bottom, top) = (Math.Min(bottom, y), Math.Max(top, y));
            }

            total += netlist.NetWeights[net] * (right - left + (top - bottom));
        }

        var weight = netlist.TotalNetWeight;
        return total / ((placement.Canvas.Width + placement.Canvas.Height) * (weight == 0 ? 1 : weight));
    }

    private static void AddNets(Netlist netlist, Placement placement, TrackDemand demand)
    {
        var canvas = placement.Canvas;
        List<int> cells = [];
        for (var net = 0; net < netlist.NetCount; net++)
        {
            cells.Clear();
            for (var pin = netlist.NetStarts[net]; pin < netlist.NetStarts[net + 1]; pin++)
            {
                var (x, y) = (placement.X[netlist.PinNodes[pin]] + netlist.PinX[pin], placement.Y[netlist.PinNodes[pin]] + netlist.PinY[pin]);
                var cell = Cell.Pack(canvas.RowOf(y), canvas.ColumnOf(x));
                if (!cells.Contains(cell))
                {
                    cells.Add(cell);
                }
            }

            // Fractions of a wire do not exist: a weight below 1 demands a whole track.
            demand.Add(cells, Math.Max(1, netlist.NetWeights[net]));
        }
    }

    private static void AddMacros(Netlist netlist, Placement placement, TrackDemand demand, double[] density)
    {
        var canvas = placement.Canvas;
        var scratch = new double[canvas.Columns + canvas.Rows];
        foreach (var node in netlist.Of(NodeKind.SoftMacro).Concat(netlist.Of(NodeKind.HardMacro)))
        {
            var footprint = new Footprint(canvas, (placement.X[node], placement.Y[node]), (netlist.Widths[node], netlist.Heights[node]), scratch);
            for (var row = 0; row < footprint.Up.Length; row++)
            {
                var start = ((footprint.FirstRow + row) * canvas.Columns) + footprint.FirstColumn;
                for (var column = 0; column < footprint.Across.Length; column++)
                {
                    density[start + column] += footprint.Across[column] * footprint.Up[row] / (canvas.CellWidth * canvas.CellHeight);
                }
            }

            if (netlist.Kinds[node] == NodeKind.HardMacro)
            {
                demand.Block(footprint);
            }
        }
    }
}
