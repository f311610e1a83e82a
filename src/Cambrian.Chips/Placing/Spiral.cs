using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Placing;

/// <summary>Finds room for a hard macro on a fine lattice over the canvas.</summary>
internal static class Spiral
{
    private const int Lattice = 200;

    /// <summary>The free place nearest to a wish; null when there is none.</summary>
    public static (double X, double Y)? Nearest(MoveSpace space, int node, (double X, double Y) wish, Canvas canvas)
    {
        var (stepX, stepY) = (canvas.Width / Lattice, canvas.Height / Lattice);
        (double X, double Y)? nearest = null;
        var distance = double.PositiveInfinity;
        for (var ring = 0; ring <= Lattice && ring * Math.Min(stepX, stepY) < distance; ring++)
        {
            foreach (var (right, up) in Ring(ring))
            {
                var place = space.Inside(node, wish.X + (right * stepX), wish.Y + (up * stepY));
                var away = Math.Max(Math.Abs(place.X - wish.X), Math.Abs(place.Y - wish.Y)) + (1e-3 * (Math.Abs(place.X - wish.X) + Math.Abs(place.Y - wish.Y)));
                if (away < distance && space.FitsAt(node, place.X, place.Y))
                {
                    (nearest, distance) = (place, away);
                }
            }
        }

        return nearest;
    }

    /// <summary>The lowest free place, of those the leftmost; null when there is none.</summary>
    public static (double X, double Y)? LowestLeft(MoveSpace space, int node, Canvas canvas)
    {
        for (var up = 0; up <= 2 * Lattice; up++)
        {
            for (var right = 0; right <= 2 * Lattice; right++)
            {
                var place = space.Inside(node, canvas.Width * right / (2 * Lattice), canvas.Height * up / (2 * Lattice));
                if (space.FitsAt(node, place.X, place.Y))
                {
                    return place;
                }
            }
        }

        return null;
    }

    private static IEnumerable<(int Right, int Up)> Ring(int radius)
    {
        for (var along = -radius; along <= radius; along++)
        {
            yield return (along, -radius);
            yield return (along, radius);
            yield return (-radius, along);
            yield return (radius, along);
        }
    }
}
