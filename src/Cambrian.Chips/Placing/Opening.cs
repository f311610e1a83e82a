namespace Cambrian.Chips.Placing;

/// <summary>How a search begins.</summary>
/// <param name="Transform">What is done to the given placement first.</param>
/// <param name="From">The progress that annealing begins at, from 0 to below 1: later is cooler, and keeps more of the start.</param>
public sealed record Opening(SeedTransform Transform, double From);
