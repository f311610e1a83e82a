using System.Runtime.InteropServices;

namespace Cambrian.Numerics.Geometry;

/// <summary>
/// Regular hexagons with sides of length 1 in the plane: x and y of the centre and the angle of a corner in radians, of each in turn.
/// Two of them are disjoint exactly when a side of one has the other beyond it: the normal of that side is their axis.
/// </summary>
internal static class Hexagons
{
    /// <summary>From the centre to a side.</summary>
    public static readonly double Apothem = Math.Sqrt(3) / 2;

    /// <summary>One sixth of a turn.</summary>
    public const double Sixth = Math.PI / 3;

    /// <summary>The axis along which two hexagons are furthest apart.</summary>
    /// <param name="hexagons">All of them.</param>
    /// <param name="i">Where one begins.</param>
    /// <param name="j">Where the other begins.</param>
    public static Axis Between(ReadOnlySpan<double> hexagons, int i, int j)
    {
        var (first, second) = (Best(hexagons, i, j), Best(hexagons, j, i));
        return first.Gap >= second.Gap ? first : second;
    }

    /// <summary>How far the hexagon reaches from its centre in a direction.</summary>
    /// <param name="angle">Between the direction and one of its corners.</param>
    public static double Reach(double angle) => Math.Cos(Offset(angle));

    /// <summary>The angle to the nearest corner, −30° to 30°.</summary>
    public static double Offset(double angle) => angle - (Sixth * Math.Round(angle / Sixth));

    /// <summary>The least side of a hexagon around the origin, a corner on the x-axis, that holds all.</summary>
    public static double Side(ReadOnlySpan<double> hexagons)
    {
        var furthest = 0.0;
        for (var i = 0; i < hexagons.Length; i += 3)
        {
            for (var wall = 0; wall < 6; wall++)
            {
                var normal = Sixth * (wall + 0.5);
                furthest = Math.Max(furthest, (hexagons[i] * Math.Cos(normal)) + (hexagons[i + 1] * Math.Sin(normal)) + Reach(hexagons[i + 2] - normal));
            }
        }

        return furthest / Apothem;
    }

    /// <summary>The least factor for all distances from the origin with which no two hexagons overlap; infinite where two share their centre.</summary>
    public static double Spread(ReadOnlySpan<double> hexagons)
    {
        var factor = 0.0;
        for (var i = 3; i < hexagons.Length; i += 3)
        {
            for (var j = 0; j < i; j += 3)
            {
                factor = Math.Max(factor, Math.Min(LeastFactor(hexagons, i, j), LeastFactor(hexagons, j, i)));
            }
        }

        return factor;
    }

    // Among the sides of the first.
    private static Axis Best(ReadOnlySpan<double> hexagons, int owner, int other)
    {
        var best = new Axis(owner, other, 0, double.NegativeInfinity);
        var (dx, dy) = (hexagons[other] - hexagons[owner], hexagons[other + 1] - hexagons[owner + 1]);

        // All sides of one see the other at the same angle.
        var reach = Apothem + Reach(hexagons[other + 2] - hexagons[owner + 2] - (Sixth / 2));
        for (var side = 0; side < 3; side++)
        {
            var normal = hexagons[owner + 2] + (Sixth * (side + 0.5));
            var distance = (dx * Math.Cos(normal)) + (dy * Math.Sin(normal));
            if (Math.Abs(distance) - reach > best.Gap)
            {
                best = new Axis(owner, other, distance < 0 ? normal + Math.PI : normal, Math.Abs(distance) - reach);
            }
        }

        return best;
    }

    private static double LeastFactor(ReadOnlySpan<double> hexagons, int owner, int other)
    {
        var axis = Best(hexagons, owner, other);
        var reach = Apothem + Reach(hexagons[other + 2] - hexagons[owner + 2] - (Sixth / 2));
        return axis.Gap + reach > 0 ? reach / (axis.Gap + reach) : double.PositiveInfinity;
    }

    /// <summary>A direction that keeps two hexagons apart.</summary>
    /// <param name="Owner">The hexagon whose side it is the normal of.</param>
    /// <param name="Other">The other one.</param>
    /// <param name="Normal">Its angle, from the owner to the other.</param>
    /// <param name="Gap">The room between them along it; negative where they overlap.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Axis(int Owner, int Other, double Normal, double Gap);
}
