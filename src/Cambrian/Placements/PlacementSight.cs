using Cambrian.Chips.Costs;
using Cambrian.Chips.Placing;

namespace Cambrian.Placements;

/// <summary>What a person watching a placer sees at one moment.</summary>
/// <param name="Before">The cost of the start.</param>
/// <param name="Progress">Where the search stands.</param>
/// <param name="Curve">The cost after each round, oldest first.</param>
/// <param name="Elapsed">Wall time.</param>
internal sealed record PlacementSight(ProxyCost Before, PlacementProgress Progress, IReadOnlyList<(double Done, ProxyCost Cost)> Curve, TimeSpan Elapsed);
