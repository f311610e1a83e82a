using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Placing;

/// <summary>What is to be placed, and how.</summary>
public sealed record PlacementTask
{
    /// <summary>What is to be placed.</summary>
    public required Netlist Netlist { get; init; }

    /// <summary>Where everything is at first. Whatever it says is fixed stays.</summary>
    public required Placement Start { get; init; }

    /// <summary>Whether that was made up. Then its order is worth nothing, and annealing begins at its hottest, whatever the policy says.</summary>
    public bool FromScratch { get; init; }

    /// <summary>Where no hard macro may be.</summary>
    public IReadOnlyList<Rectangle> KeepOut { get; init; } = [];

    /// <summary>How to search.</summary>
    public PlacementPolicy Policy { get; init; } = new StandardPolicy();

    /// <summary>Equal seeds and move budgets give equal placements.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many searches run side by side, each on a thread of its own.</summary>
    public int Islands { get; init; } = 2;
}
