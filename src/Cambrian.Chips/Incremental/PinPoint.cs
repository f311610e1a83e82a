using System.Runtime.InteropServices;

namespace Cambrian.Chips.Incremental;

/// <summary>Where a pin is.</summary>
/// <param name="X">Microns from the left.</param>
/// <param name="Y">Microns from the bottom.</param>
/// <param name="Cell">Its grid cell, packed.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PinPoint(double X, double Y, int Cell);
