using System.Collections.Immutable;

namespace Cambrian.Chips.Netlists;

/// <summary>What is to be placed and how it is connected; one array per property, indexed by node (ports, hard and soft macros in file order), net, or pin.</summary>
public sealed record Netlist
{
    /// <summary>One name per node; no two are equal.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>One per node.</summary>
    public required ImmutableArray<NodeKind> Kinds { get; init; }

    /// <summary>Microns, one per node; 0 for ports.</summary>
    public required ImmutableArray<double> Widths { get; init; }

    /// <summary>Microns, one per node; 0 for ports.</summary>
    public required ImmutableArray<double> Heights { get; init; }

    /// <summary>Where the netlist itself puts each node's centre.</summary>
    public required ImmutableArray<double> X { get; init; }

    /// <summary>Where the netlist itself puts each node's centre.</summary>
    public required ImmutableArray<double> Y { get; init; }

    /// <summary>One per node; pins are already turned by it.</summary>
    public required ImmutableArray<Orientation> Orientations { get; init; }

    /// <summary>The number by which placement files call each node: its position among all nodes of the file, pins included.</summary>
    public required ImmutableArray<int> FileIndices { get; init; }

    /// <summary>Where each net's pins begin; one more entry than nets. A net's first pin drives it.</summary>
    public required ImmutableArray<int> NetStarts { get; init; }

    /// <summary>One per net.</summary>
    public required ImmutableArray<double> NetWeights { get; init; }

    /// <summary>The node each pin belongs to.</summary>
    public required ImmutableArray<int> PinNodes { get; init; }

    /// <summary>Microns right of its node's centre, one per pin.</summary>
    public required ImmutableArray<double> PinX { get; init; }

    /// <summary>Microns above its node's centre, one per pin.</summary>
    public required ImmutableArray<double> PinY { get; init; }

    /// <summary>Ports and macros.</summary>
    public int NodeCount => Names.Length;

    /// <summary>Drivers with at least one sink.</summary>
    public int NetCount => NetWeights.Length;

    /// <summary>What wirelength is divided by: the weights of all nets.</summary>
    public double TotalNetWeight => NetWeights.Sum();

    /// <summary>The nodes of a kind, in file order.</summary>
    public IEnumerable<int> Of(NodeKind kind) => Enumerable.Range(0, NodeCount).Where(node => Kinds[node] == kind);
}
