using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Placing;

/// <summary>Moves macros as little as it takes to be legal: inside the canvas, hard ones apart. What is fixed stays.</summary>
internal static class Legaliser
{
    private const int Sweeps = 300;

    // Nowhere on the canvas, and in nobody's way.
    private const double Away = double.NegativeInfinity;

    /// <summary>Changes a placement in place.</summary>
    /// <exception cref="InfeasibleException">Some hard macro finds no room.</exception>
    public static void Legalise(Netlist netlist, Placement placement, IReadOnlyList<Rectangle> keepOut)
    {
        var space = new MoveSpace(netlist, placement, keepOut);
        for (var node = 0; node < netlist.NodeCount; node++)
        {
            if (!placement.Fixed[node] && netlist.Kinds[node] != NodeKind.Port)
            {
                (placement.X[node], placement.Y[node]) = space.Inside(node, placement.X[node], placement.Y[node]);
                space.Set(node, placement.X[node], placement.Y[node]);
            }
        }

        CheckSizes(netlist, placement);
        CheckFixed(netlist, placement);
        Separate(netlist, placement, space);
        int[] misplaced = [.. netlist.Of(NodeKind.HardMacro).Where(node => !placement.Fixed[node] && !space.Fits(node)).OrderByDescending(node => netlist.Widths[node] * netlist.Heights[node])];
        if (misplaced.Length > 0 && !TryPlace(netlist, placement, space, misplaced))
        {
            var movable = netlist.Of(NodeKind.HardMacro).Where(node => !placement.Fixed[node]);
            PlaceAll(netlist, placement, space, [.. movable.OrderByDescending(node => netlist.Widths[node] * netlist.Heights[node])]);
        }
    }

    // Small overlaps are pushed apart, again and again, as neighbours may be pushed into others.
    private static void Separate(Netlist netlist, Placement placement, MoveSpace space)
    {
        int[] movable = [.. netlist.Of(NodeKind.HardMacro).Where(node => !placement.Fixed[node])];
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            int[] misplaced = [.. movable.Where(node => !space.Fits(node))];
            foreach (var node in misplaced)
            {
                var escapes = space.Escapes(node).ToList();
                var (right, up) = (escapes.Sum(escape => escape.Right), escapes.Sum(escape => escape.Up));
                Put(placement, space, node, space.Inside(node, placement.X[node] + (0.6 * right), placement.Y[node] + (0.6 * up)));
            }

            if (misplaced.Length == 0)
            {
                return;
            }
        }
    }

    private static void CheckSizes(Netlist netlist, Placement placement)
    {
        var canvas = placement.Canvas;
        foreach (var node in netlist.Of(NodeKind.HardMacro).Where(node => !placement.Fixed[node]))
        {
            if (netlist.Widths[node] > canvas.Width || netlist.Heights[node] > canvas.Height)
            {
                throw new InfeasibleException($"hard macro '{netlist.Names[node]}' is {netlist.Widths[node]:0.###} × {netlist.Heights[node]:0.###} microns, the canvas {canvas.Width:0.###} × {canvas.Height:0.###}; it fits only into a larger one.");
            }
        }
    }

    private static void CheckFixed(Netlist netlist, Placement placement)
    {
        int[] set = [.. netlist.Of(NodeKind.HardMacro).Where(node => placement.Fixed[node])];
        for (var i = 0; i < set.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Legality.Overlap(netlist, placement, set[i], set[j]))
                {
                    throw new InfeasibleException($"hard macros '{netlist.Names[set[j]]}' and '{netlist.Names[set[i]]}' overlap and are both fixed; fix at most one of them.");
                }
            }
        }
    }

    private static bool TryPlace(Netlist netlist, Placement placement, MoveSpace space, int[] nodes)
    {
        var wished = nodes.Select(node => (placement.X[node], placement.Y[node])).ToArray();
        foreach (var node in nodes)
        {
            space.Set(node, Away, Away);
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            if (Spiral.Nearest(space, nodes[i], wished[i], placement.Canvas) is not { } place)
            {
                return false;
            }

            Put(placement, space, nodes[i], place);
        }

        return true;
    }

    // The large ones first, from where they are wished; when that leaves no room, packed from the lower left corner, which wastes least.
    private static void PlaceAll(Netlist netlist, Placement placement, MoveSpace space, int[] nodes)
    {
        if (TryPlace(netlist, placement, space, nodes))
        {
            return;
        }

        Array.ForEach(nodes, node => space.Set(node, Away, Away));
        foreach (var node in nodes)
        {
            var place = Spiral.LowestLeft(space, node, placement.Canvas)
                ?? throw new InfeasibleException($"no room for hard macro '{netlist.Names[node]}' ({netlist.Widths[node]:0.###} × {netlist.Heights[node]:0.###} microns) among {nodes.Length} movable ones: they cover {Share(netlist, placement):P0} of the canvas. Make the canvas larger, or fix and keep out less.");
            Put(placement, space, node, place);
        }
    }

    private static double Share(Netlist netlist, Placement placement) =>
        netlist.Of(NodeKind.HardMacro).Sum(node => netlist.Widths[node] * netlist.Heights[node]) / (placement.Canvas.Width * placement.Canvas.Height);

    private static void Put(Placement placement, MoveSpace space, int node, (double X, double Y) place)
    {
        (placement.X[node], placement.Y[node]) = place;
        space.Set(node, place.X, place.Y);
    }
}
