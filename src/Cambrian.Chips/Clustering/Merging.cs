namespace Cambrian.Chips.Clustering;

/// <summary>One level of merging: each vertex joins the neighbour, or the cluster that its neighbour joined, with which it shares most for their area.</summary>
/// <remarks>First choice (Karypis and Kumar 1999) with the rating of best choice (Alpert, Kahng, Nam, Reda and Villarrubia 2005), connectivity over area.</remarks>
internal sealed class Merging
{
    private readonly GateHypergraph _graph;
    private readonly double _largest;
    private readonly int[] _netsOf;
    private readonly int[] _netStarts;
    private readonly double[] _areas;
    private readonly double[] _shared;
    private readonly List<int> _met = [];

    /// <summary>Prepares a level.</summary>
    /// <param name="graph">What to merge.</param>
    /// <param name="largest">Area that no cluster may exceed.</param>
    public Merging(GateHypergraph graph, double largest)
    {
        (_graph, _largest) = (graph, largest);
        (_netStarts, _netsOf) = Transpose(graph);
        (_areas, _shared) = ([.. graph.Areas], new double[graph.Areas.Length]);
        Clusters = new int[graph.Areas.Length];
        Array.Fill(Clusters, -1);
    }

    /// <summary>The cluster of each vertex, from 0.</summary>
    public int[] Clusters { get; }

    /// <summary>Merges until there are so few clusters, or every vertex had its turn; gives how many there are.</summary>
    public int Run(int target)
    {
        // The root of a cluster is one of its vertices; who has joined stays.
        var (roots, left) = (new int[Clusters.Length], Clusters.Length);
        Array.Fill(roots, -1);
        foreach (var vertex in Order())
        {
            if (left > target && roots[vertex] < 0 && Partner(vertex, roots) is >= 0 and var root)
            {
                (roots[vertex], roots[root]) = (root, root);
                _areas[root] += _areas[vertex];
                left--;
            }
        }

        var count = 0;
        for (var vertex = 0; vertex < roots.Length; vertex++)
        {
            Clusters[vertex] = roots[vertex] < 0 || roots[vertex] == vertex ? count++ : -1;
        }

        for (var vertex = 0; vertex < roots.Length; vertex++)
        {
            Clusters[vertex] = Clusters[vertex] < 0 ? Clusters[roots[vertex]] : Clusters[vertex];
        }

        return count;
    }

    // Small ones first: they have the least choice, and large ones should wait for them.
    private IEnumerable<int> Order() => Enumerable.Range(0, Clusters.Length).OrderBy(vertex => _graph.Areas[vertex]).ThenBy(vertex => vertex);

    private int Partner(int vertex, int[] roots)
    {
        foreach (var net in _netsOf.AsSpan(_netStarts[vertex].._netStarts[vertex + 1]))
        {
            foreach (var other in _graph.Pins.AsSpan(_graph.NetStarts[net].._graph.NetStarts[net + 1]))
            {
                var root = roots[other] < 0 ? other : roots[other];
                if (root != vertex)
                {
                    if (_shared[root] == 0)
                    {
                        _met.Add(root);
                    }

                    _shared[root] += _graph.Worths[net];
                }
            }
        }

        return Best(vertex);
    }

    private int Best(int vertex)
    {
        var (best, rating) = (-1, 0.0);
        foreach (var root in _met)
        {
            var area = _areas[root] + _areas[vertex];
            if (area <= _largest && (_shared[root] / area) is var its && (its > rating || (its == rating && root < best)))
            {
                (best, rating) = (root, its);
            }

            _shared[root] = 0;
        }

        _met.Clear();
        return best;
    }

    private static (int[] Starts, int[] Nets) Transpose(GateHypergraph graph)
    {
        var starts = new int[graph.Areas.Length + 1];
        foreach (var vertex in graph.Pins)
        {
            starts[vertex + 1]++;
        }

        for (var vertex = 0; vertex < graph.Areas.Length; vertex++)
        {
            starts[vertex + 1] += starts[vertex];
        }

        var (nets, next) = (new int[graph.Pins.Length], starts[..^1]);
        for (var net = 0; net < graph.Worths.Length; net++)
        {
            foreach (var vertex in graph.Pins.AsSpan(graph.NetStarts[net]..graph.NetStarts[net + 1]))
            {
                nets[next[vertex]++] = net;
            }
        }

        return (starts, nets);
    }
}
