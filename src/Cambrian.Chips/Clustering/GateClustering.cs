using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Clustering;

/// <summary>Groups the standard cells of a design by what connects them. Where a design has its cells plays no part, so no placement of it is favoured; the same design gives the same groups.</summary>
public static class GateClustering
{
    // A cluster may grow to so many times the mean area.
    private const double Slack = 3;

    // A level that merges less than this share of its vertices is the last.
    private const double LeastProgress = 0.002;

    /// <summary>The group of each node, from 0, or -1 for ports and hard macros.</summary>
    /// <param name="gates">The design.</param>
    /// <param name="target">How many groups are wanted; more may be left when what is left shares nothing.</param>
    public static int[] Group(Netlist gates, int target)
    {
        var graph = GateHypergraph.Of(gates, out var groups);
        var largest = Slack * graph.Areas.Sum() / target;
        while (graph.Areas.Length > target)
        {
            var level = new Merging(graph, largest);
            var count = level.Run(target);
            if (count > (1 - LeastProgress) * graph.Areas.Length)
            {
                break;
            }

            graph = graph.Merge(level.Clusters, count);
            for (var node = 0; node < groups.Length; node++)
            {
                groups[node] = groups[node] < 0 ? -1 : level.Clusters[groups[node]];
            }
        }

        return groups;
    }
}
