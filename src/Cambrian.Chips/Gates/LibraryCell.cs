using System.Collections.Frozen;

namespace Cambrian.Chips.Gates;

/// <summary>What is known of a cell before it is placed.</summary>
/// <param name="Name">As designs call it.</param>
/// <param name="Width">Microns.</param>
/// <param name="Height">Microns.</param>
/// <param name="IsBlock">A memory or other block, not a standard cell.</param>
/// <param name="Pins">By name.</param>
public sealed record LibraryCell(string Name, double Width, double Height, bool IsBlock, FrozenDictionary<string, LibraryPin> Pins);
