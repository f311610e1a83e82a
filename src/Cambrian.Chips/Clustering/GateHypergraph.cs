using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Clustering;

/// <summary>What is to be merged at one level: vertices with areas, and nets between them.</summary>
/// <param name="Areas">One per vertex, square microns.</param>
/// <param name="NetStarts">Where each net's vertices begin; one more entry than nets.</param>
/// <param name="Pins">The vertices of all nets; no net has one twice.</param>
/// <param name="Worths">What it is worth to have two vertices of a net in one cluster, one per net.</param>
internal sealed record GateHypergraph(double[] Areas, int[] NetStarts, int[] Pins, double[] Worths)
{
    // Larger nets say nothing about which two cells belong together.
    private const int LargestNet = 50;

    /// <summary>The standard cells of a design.</summary>
    /// <param name="gates">The design.</param>
    /// <param name="vertices">The vertex of each node, or -1 for ports and hard macros, which are never merged.</param>
    public static GateHypergraph Of(Netlist gates, out int[] vertices)
    {
        int[] cells = [.. gates.Of(NodeKind.SoftMacro)];
        var vertexOf = new int[gates.NodeCount];
        Array.Fill(vertexOf, -1);
        for (var vertex = 0; vertex < cells.Length; vertex++)
        {
            vertexOf[cells[vertex]] = vertex;
        }

        vertices = vertexOf;
        var builder = new HypergraphBuilder(cells.Length);
        for (var net = 0; net < gates.NetCount; net++)
        {
            var (start, end) = (gates.NetStarts[net], gates.NetStarts[net + 1]);
            if (end - start <= LargestNet)
            {
                // The macro or port on a net pulls at its cells, too: it counts for the size of the net.
                builder.Add(gates.PinNodes.AsSpan()[start..end], vertexOf, 1.0 / (end - start - 1));
            }
        }

        return builder.Finish([.. cells.Select(node => gates.Widths[node] * gates.Heights[node])]);
    }

    /// <summary>The same with vertices merged.</summary>
    /// <param name="clusters">The cluster of each vertex, from 0.</param>
    /// <param name="count">How many clusters there are.</param>
    public GateHypergraph Merge(int[] clusters, int count)
    {
        var areas = new double[count];
        for (var vertex = 0; vertex < clusters.Length; vertex++)
        {
            areas[clusters[vertex]] += Areas[vertex];
        }

        var builder = new HypergraphBuilder(count);
        for (var net = 0; net < Worths.Length; net++)
        {
            builder.Add(Pins.AsSpan(NetStarts[net]..NetStarts[net + 1]), clusters, Worths[net]);
        }

        return builder.Finish(areas);
    }
}
