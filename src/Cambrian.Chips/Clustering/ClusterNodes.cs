using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Clustering;

/// <summary>The nodes of a clustered netlist.</summary>
internal sealed class ClusterNodes
{
    private readonly Netlist _gates;
    private readonly int[] _kept;
    private readonly double[] _areas;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double _width;
    private readonly double _utilisation;

    /// <summary>Collects nodes.</summary>
    /// <param name="gates">The design.</param>
    /// <param name="groups">The group of each node, or -1.</param>
    /// <param name="width">Of a soft macro, microns.</param>
    /// <param name="utilisation">Share of a soft macro's area that its cells fill.</param>
    public ClusterNodes(Netlist gates, IReadOnlyList<int> groups, double width, double utilisation)
    {
        (_gates, _width, _utilisation) = (gates, width, utilisation);
        _kept = [.. gates.Of(NodeKind.Port), .. gates.Of(NodeKind.HardMacro)];
        var count = groups.Max() + 1;
        (_areas, _x, _y) = (new double[count], new double[count], new double[count]);
        NodeOf = new int[gates.NodeCount];
        for (var node = 0; node < _kept.Length; node++)
        {
            NodeOf[_kept[node]] = node;
        }

        for (var node = 0; node < gates.NodeCount; node++)
        {
            if (groups[node] >= 0)
            {
                NodeOf[node] = _kept.Length + groups[node];
                AddCell(node, groups[node]);
            }
        }
    }

    /// <summary>The node of each of the design's nodes.</summary>
    public int[] NodeOf { get; }

    /// <summary>The netlist, but for its nets. Soft macros are where their cells' area is on average.</summary>
    public Netlist WithoutNets() => new()
    {
        Names = [.. _kept.Select(node => _gates.Names[node]), .. _areas.Select((_, group) => $"Grp_{group}")],
        Kinds = [.. _kept.Select(node => _gates.Kinds[node]), .. _areas.Select(_ => NodeKind.SoftMacro)],
        Widths = [.. _kept.Select(node => _gates.Widths[node]), .. _areas.Select(_ => _width)],
        Heights = [.. _kept.Select(node => _gates.Heights[node]), .. _areas.Select(area => area / _utilisation / _width)],
        X = [.. _kept.Select(node => _gates.X[node]), .. _x.Zip(_areas, Mean)],
        Y = [.. _kept.Select(node => _gates.Y[node]), .. _y.Zip(_areas, Mean)],
        Orientations = [.. _kept.Select(node => _gates.Orientations[node]), .. _areas.Select(_ => Orientation.N)],
        FileIndices = [.. Enumerable.Range(0, _kept.Length + _areas.Length)],
        NetStarts = [0],
        NetWeights = [],
        PinNodes = [],
        PinX = [],
        PinY = [],
    };

    private static double Mean(double moment, double area) => area == 0 ? 0 : moment / area;

    private void AddCell(int node, int group)
    {
        var area = _gates.Widths[node] * _gates.Heights[node];
        _areas[group] += area;
        _x[group] += area * _gates.X[node];
        _y[group] += area * _gates.Y[node];
    }
}
