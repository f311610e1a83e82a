namespace Cambrian.Numerics.Optimisation;

/// <summary>
/// An allowance of work, counted in elementary operations rather than in time: what fits into it is the same on every machine
/// and however busy that is. Iterative methods spend from it and return the best they have when nothing is left.
/// </summary>
/// <param name="operations">The allowance; 10⁹ take about half a second.</param>
public sealed class Work(long operations)
{
    /// <summary>What is left; not negative.</summary>
    public long Left { get; private set; } = Math.Max(0, operations);

    /// <summary>Takes operations from the allowance; what is more than is left takes all of it.</summary>
    /// <returns>Whether there was enough: when not, the caller stops.</returns>
    public bool Spend(long operations)
    {
        var enough = operations <= Left;
        Left = enough ? Left - Math.Max(0, operations) : 0;
        return enough;
    }
}
