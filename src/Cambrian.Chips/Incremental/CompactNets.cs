namespace Cambrian.Chips.Incremental;

/// <summary>
/// The nets as the kernels want them: pins that always lie on the same point are one, nets over the same points are one with the sum of their weights,
/// and nets that never leave one point are gone. The cost stays the same, with a third to two thirds of the work.
/// </summary>
internal sealed record CompactNets
{
    /// <summary>Where each net's pins begin; one more entry than nets. The first pin drives.</summary>
    public required int[] Starts { get; init; }

    /// <summary>The node of each pin.</summary>
    public required int[] Nodes { get; init; }

    /// <summary>Microns right of the node's centre, one per pin.</summary>
    public required double[] OffsetX { get; init; }

    /// <summary>Microns above the node's centre, one per pin.</summary>
    public required double[] OffsetY { get; init; }

    /// <summary>What wirelength is multiplied by, one per net.</summary>
    public required double[] Weights { get; init; }

    /// <summary>Tracks needed, one per net.</summary>
    public required double[] Tracks { get; init; }

    /// <summary>Where each node's pins begin in <see cref="NodePins"/>; one more entry than nodes.</summary>
    public required int[] NodeStarts { get; init; }

    /// <summary>The pins of each node with all that moving them needs, those of one net side by side.</summary>
    public required NodePin[] NodePins { get; init; }

    /// <summary>How many nets.</summary>
    public int Count => Weights.Length;
}
