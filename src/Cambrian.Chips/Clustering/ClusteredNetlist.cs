using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Clustering;

/// <summary>A design with its standard cells replaced by soft macros, by circuit_training's grouping rule.</summary>
/// <param name="Netlist">Ports and hard macros in the design's order, then a soft macro for each group.</param>
/// <param name="NodeOf">The node of each of the design's nodes: itself, or its group's.</param>
public sealed record ClusteredNetlist(Netlist Netlist, IReadOnlyList<int> NodeOf)
{
    /// <summary>Nets with more sinks than this are left out.</summary>
    public const int LargestFanOut = 500;

    /// <summary>Clusters a design.</summary>
    /// <param name="gates">The design.</param>
    /// <param name="groups">The group of each node, from 0, or -1 for ports and hard macros.</param>
    /// <param name="canvas">Soft macros are as wide as a cell of its grid.</param>
    /// <param name="utilisation">Share of a soft macro's area that its cells fill; circuit_training has 0.5 for recent technologies.</param>
    public static ClusteredNetlist Of(Netlist gates, IReadOnlyList<int> groups, Canvas canvas, double utilisation)
    {
        var nodes = new ClusterNodes(gates, groups, canvas.CellWidth, utilisation);
        var nets = new ClusterNets(gates, nodes.NodeOf);
        for (var net = 0; net < gates.NetCount; net++)
        {
            nets.Add(net);
        }

        return new ClusteredNetlist(nets.Finish(nodes.WithoutNets()), nodes.NodeOf);
    }

    /// <summary>Where the design's nodes are under a placement of the clusters: ports and hard macros at their own centres, standard cells at that of their cluster.</summary>
    /// <param name="gates">The design.</param>
    /// <param name="clusters">A placement of <see cref="Netlist"/>.</param>
    public Placement Unfold(Netlist gates, Placement clusters)
    {
        var placement = new Placement(clusters.Canvas, gates.NodeCount);
        for (var node = 0; node < gates.NodeCount; node++)
        {
            (placement.X[node], placement.Y[node]) = (clusters.X[NodeOf[node]], clusters.Y[NodeOf[node]]);
        }

        return placement;
    }
}
