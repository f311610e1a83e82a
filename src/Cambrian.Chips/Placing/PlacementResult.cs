using Cambrian.Chips.Costs;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Placing;

/// <summary>What a placer found.</summary>
/// <param name="Placement">The cheapest placement; legal.</param>
/// <param name="Cost">Its cost, evaluated in full and not by the search's own account.</param>
/// <param name="Moves">Moves tried.</param>
/// <param name="Counts">The same by kind.</param>
public sealed record PlacementResult(Placement Placement, ProxyCost Cost, long Moves, IReadOnlyList<MoveCount> Counts);
