namespace Cambrian.Numerics.Optimisation;

/// <summary>How a search over local optima moves, and starts over.</summary>
/// <typeparam name="T">What a point is.</typeparam>
/// <param name="Hop">A changed and settled copy of a point; must not alter its argument, and must spend work.</param>
/// <param name="Fresh">A point that has nothing to do with those before.</param>
/// <param name="Patience">How many hops in a row may gain nothing before the search starts over.</param>
public sealed record HopMoves<T>(Func<T, Random, T> Hop, Func<Random, T> Fresh, int Patience)
{
    /// <summary>What counts as a gain: less is rounding.</summary>
    public double LeastGain { get; init; } = 1e-9;
}
