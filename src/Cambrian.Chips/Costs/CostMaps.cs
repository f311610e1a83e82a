namespace Cambrian.Chips.Costs;

/// <summary>What each grid cell carries; rows from bottom to top, each from left to right.</summary>
/// <param name="Density">Area of macros on a cell per area of the cell; overlaps count as often as they lie there.</param>
/// <param name="Horizontal">Horizontal tracks in use, per track.</param>
/// <param name="Vertical">Vertical tracks in use, per track.</param>
public sealed record CostMaps(double[] Density, double[] Horizontal, double[] Vertical);
