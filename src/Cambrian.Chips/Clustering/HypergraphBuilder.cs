namespace Cambrian.Chips.Clustering;

/// <summary>Collects nets whose pins are mapped to vertices; a net of fewer than two vertices connects nothing and is left out.</summary>
internal sealed class HypergraphBuilder(int vertices)
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _pins = [];
    private readonly List<double> _worths = [];
    private readonly int[] _lastNet = new int[vertices];

    /// <summary>Adds a net.</summary>
    /// <param name="pins">Its pins.</param>
    /// <param name="vertexOf">The vertex of each pin, or -1 for none.</param>
    /// <param name="worth">Of having two of its vertices in one cluster.</param>
    public void Add(ReadOnlySpan<int> pins, int[] vertexOf, double worth)
    {
        var (start, stamp) = (_starts[^1], _starts.Count);
        foreach (var pin in pins)
        {
            if (vertexOf[pin] is >= 0 and var vertex && _lastNet[vertex] != stamp)
            {
                _lastNet[vertex] = stamp;
                _pins.Add(vertex);
            }
        }

        if (_pins.Count - start >= 2)
        {
            _starts.Add(_pins.Count);
            _worths.Add(worth);
            return;
        }

        // Its stamp will be used again, by the next net.
        foreach (var vertex in _pins[start..])
        {
            _lastNet[vertex] = 0;
        }

        _pins.RemoveRange(start, _pins.Count - start);
    }

    /// <summary>The nets, and areas of vertices.</summary>
    public GateHypergraph Finish(double[] areas) => new(areas, [.. _starts], [.. _pins], [.. _worths]);
}
