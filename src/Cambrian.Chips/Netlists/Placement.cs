namespace Cambrian.Chips.Netlists;

/// <summary>Where everything is: centres by node of a netlist, in microns from the lower left corner. The arrays may be written to.</summary>
/// <param name="canvas">What is placed on.</param>
/// <param name="nodes">How many nodes the netlist has.</param>
public sealed class Placement(Canvas canvas, int nodes)
{
    /// <summary>What is placed on.</summary>
    public Canvas Canvas => canvas;

    /// <summary>Centres from the left, one per node.</summary>
    public double[] X { get; } = new double[nodes];

    /// <summary>Centres from the bottom, one per node.</summary>
    public double[] Y { get; } = new double[nodes];

    /// <summary>What must stay where it is, one per node.</summary>
    public bool[] Fixed { get; } = new bool[nodes];

    /// <summary>How each node is laid down; kept from file to file. The cost takes pins from the netlist's own orientation instead, as the definition has it.</summary>
    public Orientation[] Orientations { get; } = new Orientation[nodes];

    /// <summary>A copy that shares nothing but the canvas.</summary>
    public Placement Copy()
    {
        var copy = new Placement(canvas, nodes);
        X.CopyTo(copy.X, 0);
        Y.CopyTo(copy.Y, 0);
        Fixed.CopyTo(copy.Fixed, 0);
        Orientations.CopyTo(copy.Orientations, 0);
        return copy;
    }
}
