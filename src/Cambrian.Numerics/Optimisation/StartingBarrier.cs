namespace Cambrian.Numerics.Optimisation;

/// <summary>
/// The barrier an interior-point iteration starts with decides which of the optima nearby it ends in: a low one settles where it
/// is, a high one spreads everything evenly first. Drawn anew for each local search it is worth more than the choice of moves.
/// </summary>
internal static class StartingBarrier
{
    /// <summary>1e-6 to 1; not-a-number becomes 1e-3.</summary>
    public static double Sane(double barrier) => double.IsNaN(barrier) ? 1e-3 : Math.Clamp(barrier, 1e-6, 1);

    /// <summary>Log-uniform from 1e-5 to 1e-2.</summary>
    public static double Draw(Random random) => Math.Pow(10, -2 - (3 * random.NextDouble()));
}
