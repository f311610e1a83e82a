using Cambrian.Chips.Costs;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Placing;

/// <summary>Where a search stands between two rounds.</summary>
/// <param name="Done">From 0 to 1.</param>
/// <param name="Moves">Moves tried.</param>
/// <param name="Cost">The cheapest placement's cost.</param>
/// <param name="Best">The cheapest placement; not to be written to.</param>
public sealed record PlacementProgress(double Done, long Moves, ProxyCost Cost, Placement Best);
