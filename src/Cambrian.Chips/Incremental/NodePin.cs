using System.Runtime.InteropServices;

namespace Cambrian.Chips.Incremental;

/// <summary>A pin as its node sees it; what a move reads one after the other lies side by side in memory.</summary>
/// <param name="Pin">Its number.</param>
/// <param name="Net">Its net.</param>
/// <param name="Start">The net's first pin.</param>
/// <param name="Count">How many pins the net has.</param>
/// <param name="X">Microns right of the node's centre.</param>
/// <param name="Y">Microns above the node's centre.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NodePin(int Pin, int Net, int Start, int Count, double X, double Y);
