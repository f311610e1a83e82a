namespace Cambrian.Chips.Gates;

/// <summary>A pin of a library cell.</summary>
/// <param name="X">Microns right of the cell's centre.</param>
/// <param name="Y">Microns above the cell's centre.</param>
/// <param name="Drives">It is an output.</param>
public readonly record struct LibraryPin(double X, double Y, bool Drives);
