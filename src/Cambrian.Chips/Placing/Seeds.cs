using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Placing;

/// <summary>The placements that searches begin with.</summary>
internal static class Seeds
{
    /// <summary>A legal start.</summary>
    public static Placement For(PlacementTask task, SeedTransform transform)
    {
        var start = task.Start.Copy();
        Mirror(task.Netlist, start, transform);
        if (transform == SeedTransform.Spread)
        {
            Lattice.Spread(task.Netlist, start, task.KeepOut);
        }

        Legaliser.Legalise(task.Netlist, start, task.KeepOut);
        return start;
    }

    private static void Mirror(Netlist netlist, Placement placement, SeedTransform transform)
    {
        for (var node = 0; node < netlist.NodeCount; node++)
        {
            if (!placement.Fixed[node] && transform is (SeedTransform.MirrorLeftRight or SeedTransform.Turn))
            {
                placement.X[node] = placement.Canvas.Width - placement.X[node];
            }

            if (!placement.Fixed[node] && transform is (SeedTransform.MirrorTopBottom or SeedTransform.Turn))
            {
                placement.Y[node] = placement.Canvas.Height - placement.Y[node];
            }
        }
    }
}
