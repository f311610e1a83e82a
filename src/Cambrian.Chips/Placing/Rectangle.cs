using System.Runtime.InteropServices;

namespace Cambrian.Chips.Placing;

/// <summary>A part of the canvas, in microns.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Rectangle(double Left, double Bottom, double Right, double Top);
