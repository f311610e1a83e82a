using System.Runtime.InteropServices;
using Cambrian.Chips.Netlists;
using Pin = (int Node, double X, double Y);

namespace Cambrian.Chips.Clustering;

/// <summary>
/// The nets of a clustered netlist: within a cluster a net vanishes; nets from one cluster to one and the same target are one net of their summed weight (circuit_training's <c>Poutput_single</c>);
/// any other is a net of its own (<c>Poutput_multi</c>).
/// </summary>
internal sealed class ClusterNets(Netlist gates, int[] nodeOf)
{
    private readonly List<int> _starts = [0];
    private readonly List<double> _weights = [];
    private readonly List<Pin> _pins = [];
    private readonly List<Pin> _targets = [];
    private readonly Dictionary<(int Source, Pin Target), int> _singles = [];

    /// <summary>Takes one of the design's nets.</summary>
    public void Add(int net)
    {
        var (driver, end) = (gates.NetStarts[net], gates.NetStarts[net + 1]);
        if (end - driver - 1 > ClusteredNetlist.LargestFanOut)
        {
            return;
        }

        var source = PinOf(driver);
        _targets.Clear();
        for (var pin = driver + 1; pin < end; pin++)
        {
            var target = PinOf(pin);
            if (target != source && !_targets.Contains(target))
            {
                _targets.Add(target);
            }
        }

        Add(source, gates.Kinds[gates.PinNodes[driver]] == NodeKind.SoftMacro);
    }

    /// <summary>The netlist with its nets.</summary>
    public Netlist Finish(Netlist bare) => bare with
    {
        NetStarts = [.. _starts],
        NetWeights = [.. _weights],
        PinNodes = [.. _pins.Select(pin => pin.Node)],
        PinX = [.. _pins.Select(pin => pin.X)],
        PinY = [.. _pins.Select(pin => pin.Y)],
    };

    private void Add(Pin source, bool fromCluster)
    {
        if (_targets.Count == 0)
        {
            return;
        }

        if (fromCluster && _targets.Count == 1)
        {
            ref var net = ref CollectionsMarshal.GetValueRefOrAddDefault(_singles, (source.Node, _targets[0]), out var known);
            if (known)
            {
                _weights[net]++;
                return;
            }

            net = _weights.Count;
        }

        _pins.Add(source);
        _pins.AddRange(_targets);
        _starts.Add(_pins.Count);
        _weights.Add(1);
    }

    // The pins of a cluster sit at its centre.
    private Pin PinOf(int pin)
    {
        var node = gates.PinNodes[pin];
        return gates.Kinds[node] == NodeKind.SoftMacro ? (nodeOf[node], 0, 0) : (nodeOf[node], gates.PinX[pin], gates.PinY[pin]);
    }
}
