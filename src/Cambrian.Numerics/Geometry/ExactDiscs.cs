using Cambrian.Numerics.Exact;

namespace Cambrian.Numerics.Geometry;

/// <summary>Whether discs overlap, without rounding.</summary>
public static class ExactDiscs
{
    /// <summary>Whether two discs have inner points in common; discs that touch do not.</summary>
    /// <param name="disc">x, y and radius, finite.</param>
    /// <param name="other">x, y and radius, finite.</param>
    public static bool Overlap(ReadOnlySpan<double> disc, ReadOnlySpan<double> other)
    {
        var (dx, dy, sum) = ((Dyadic)disc[0] - other[0], (Dyadic)disc[1] - other[1], (Dyadic)disc[2] + other[2]);
        return (dx * dx) + (dy * dy) < sum * sum;
    }
}
