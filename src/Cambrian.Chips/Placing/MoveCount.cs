using System.Runtime.InteropServices;

namespace Cambrian.Chips.Placing;

/// <summary>How a kind of move fared.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Tried">How often it was tried.</param>
/// <param name="Accepted">How often the placement was kept.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MoveCount(MoveKind Kind, long Tried, long Accepted);
