using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Gates;

/// <summary>A design as gates. Standard cells are soft macros of their own: a cluster of one, pins where the library has them.</summary>
/// <param name="Name">As its file calls it.</param>
/// <param name="Netlist">Ports, blocks (hard macros) and standard cells (soft macros), in file order.</param>
/// <param name="Placement">Where the file has them, on a plain grid of about 1,000 cells; what it did not place lies in the middle.</param>
public sealed record Design(string Name, Netlist Netlist, Placement Placement)
{
    /// <summary>The same on another grid, or with other routing resources.</summary>
    public Design On(Canvas canvas)
    {
        var placement = new Placement(canvas, Netlist.NodeCount);
        Placement.X.CopyTo(placement.X, 0);
        Placement.Y.CopyTo(placement.Y, 0);
        Placement.Fixed.CopyTo(placement.Fixed, 0);
        Placement.Orientations.CopyTo(placement.Orientations, 0);
        return this with { Placement = placement };
    }
}
