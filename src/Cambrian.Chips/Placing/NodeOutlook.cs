using System.Runtime.InteropServices;

namespace Cambrian.Chips.Placing;

/// <summary>What a policy may know of a node when it chooses which one to move.</summary>
/// <param name="Density">Area of macros on the cell under its centre, per area of the cell.</param>
/// <param name="Area">Its own area, in grid cells.</param>
/// <param name="Nets">How many nets it has.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NodeOutlook(double Density, double Area, int Nets);
