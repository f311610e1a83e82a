using Cambrian.Numerics.Exact;
using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Geometry;

/// <summary>
/// Discs without overlap in a rectangle of perimeter 4 of any shape, the sum of their radii as large as possible. A packing is an
/// array of x, y and radius of each disc in turn, anywhere in the plane: the rectangle is the smallest around it. Every method
/// accepts any such array and leaves it as it is, and returns discs of which that holds exactly.
/// </summary>
public static class BoxPacking
{
    private const double LastBarrier = 1e-15;
    private const double LeastRoom = 1e-4;

    /// <summary>Discs of no size at random places of the unit square.</summary>
    /// <param name="count">Number of discs; 1 to 1,000, others are brought into that range.</param>
    /// <param name="seed">Any.</param>
    public static double[] Scatter(int count, int seed) => DiscPacking.Scatter(Math.Clamp(count, 1, 1000), seed);

    /// <summary>A nearby local optimum: centres, radii and the rectangle's sides change together.</summary>
    /// <param name="discs">Any; the radii count only for the shape of the rectangle.</param>
    /// <param name="barrier">How far discs first give way to each other, 1e-6 (they settle where they are) to 1 (they spread evenly before they settle).</param>
    /// <param name="work">Spent by the iteration; when none is left, discs are where they are by then.</param>
    public static double[] Settle(double[] discs, double barrier, Work work)
    {
        var (settled, width) = StrictlyInside(discs);
        if (settled.Length == 0)
        {
            return settled;
        }

        double[] variables = [.. settled, width];
        var constraints = new QuadraticConstraints(variables.Length);
        for (var i = 0; i < settled.Length / 3; i++)
        {
            AddWalls(constraints, i);
            Discs.KeepApart(constraints, i);
        }

        double[] objective = [.. settled.Select((_, index) => index % 3 == 2 ? 1.0 : 0), 0];
        InteriorPoint.Maximise(objective, constraints, variables, (StartingBarrier.Sane(barrier), LastBarrier), work);
        return Tighten(variables[..^1]);
    }

    /// <summary>The best of many local optima: changes the discs (some relocated, all jittered, or two places exchanged), lets them settle, keeps what is no worse.</summary>
    /// <param name="discs">Where to start, any.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public static double[] Hop(double[] discs, int seed, Work work) => discs.Length < 3 ? [] : BasinHopping.Maximise(
        Tighten(Sane(discs)), Discs.Sum, (best, random) => Settle(Change(best, random), StartingBarrier.Draw(random), work), seed, work);

    /// <summary>The packing with the larger sum of radii; of equals the first.</summary>
    public static double[] Better(double[] discs, double[] others) => Discs.Sum(Tighten(Sane(others))) > Discs.Sum(Tighten(Sane(discs))) ? others : discs;

    // 0 ≤ x ∓ r ≤ w and 0 ≤ y ∓ r ≤ 2 − w, where w is the last variable.
    private static void AddWalls(QuadraticConstraints constraints, int disc)
    {
        var (x, y, r, w) = (3 * disc, (3 * disc) + 1, (3 * disc) + 2, constraints.Variables - 1);
        constraints.Add([r], [1], 0);
        constraints.Add([x, r], [1, -1], 0);
        constraints.Add([y, r], [1, -1], 0);
        constraints.Add([x, r, w], [-1, -1, 1], 0);
        constraints.Add([y, r, w], [-1, -1, -1], 2);
    }

    private static double[] Change(double[] discs, Random random)
    {
        var (placed, width) = StrictlyInside(discs);
        var count = placed.Length / 3;
        switch (random.Next(4))
        {
            case 0:
                var distance = Math.Pow(10, -0.5 - (2 * random.NextDouble()));
                return [.. placed.Select((number, index) => index % 3 == 2 ? number : number + (distance * (random.NextDouble() - 0.5)))];
            case 1:
                var (a, b) = (3 * random.Next(count), 3 * random.Next(count));
                (placed[a], placed[a + 1], placed[b], placed[b + 1]) = (placed[b], placed[b + 1], placed[a], placed[a + 1]);
                (placed[a + 2], placed[b + 2]) = (0, 0);
                return placed;
            default:
                for (var moved = 1 + random.Next(3); moved > 0; moved--)
                {
                    var i = 3 * random.Next(count);
                    (placed[i], placed[i + 1], placed[i + 2]) = (width * random.NextDouble(), (2 - width) * random.NextDouble(), 0);
                }

                return placed;
        }
    }

    // Moved and scaled into a rectangle of perimeter 4, its shape that of the smallest around; apart, with radii that leave room on all sides.
    private static (double[] Discs, double Width) StrictlyInside(double[] discs)
    {
        var inside = Sane(discs);
        var (left, bottom, width, height) = Box(inside);
        var scale = width + height > 0 ? 2 / (width + height) : 0;
        var w = Math.Clamp(width * scale, 0.1, 1.9);
        for (var i = 0; i < inside.Length; i += 3)
        {
            inside[i] = Math.Clamp((inside[i] - left) * scale, LeastRoom, w - LeastRoom);
            inside[i + 1] = Math.Clamp((inside[i + 1] - bottom) * scale, LeastRoom, 2 - w - LeastRoom);
            for (var attempt = 1; Discs.Nearest(inside, i, i) < LeastRoom; attempt++)
            {
                // Roberts' sequence fills the rectangle evenly, so a free place turns up soon.
                inside[i] = LeastRoom + (attempt * 0.7548776662466927 % 1 * (w - (2 * LeastRoom)));
                inside[i + 1] = LeastRoom + (attempt * 0.5698402909980532 % 1 * (2 - w - (2 * LeastRoom)));
            }
        }

        for (var i = 0; i < inside.Length; i += 3)
        {
            var wall = Math.Min(Math.Min(inside[i], w - inside[i]), Math.Min(inside[i + 1], 2 - w - inside[i + 1]));
            inside[i + 2] = 0.45 * Math.Min(2 * wall, Discs.Nearest(inside, i, inside.Length));
        }

        return (inside, w);
    }

    private static (double Left, double Bottom, double Width, double Height) Box(double[] discs)
    {
        if (discs.Length == 0)
        {
            return default;
        }

        var (left, bottom) = (discs.Chunk(3).Min(disc => disc[0] - disc[2]), discs.Chunk(3).Min(disc => disc[1] - disc[2]));
        return (left, bottom, discs.Chunk(3).Max(disc => disc[0] + disc[2]) - left, discs.Chunk(3).Max(disc => disc[1] + disc[2]) - bottom);
    }

    // Scales discs that are too far apart, then shrinks radii in place until the packing holds exactly: after an interior point by nothing or a last digit.
    private static double[] Tighten(double[] discs)
    {
        var (left, bottom, width, height) = Box(discs);
        var scale = width + height > 2 + 1e-9 ? 1.999 / (width + height) : 1;
        for (var i = 0; scale < 1 && i < discs.Length; i += 3)
        {
            (discs[i], discs[i + 1], discs[i + 2]) = ((discs[i] - left) * scale, (discs[i + 1] - bottom) * scale, discs[i + 2] * scale);
        }

        for (var i = 0; i < discs.Length; i += 3)
        {
            Discs.Tighten(discs, i);
        }

        for (var step = 1e-16; TooWide(discs); step *= 2)
        {
            for (var i = 2; i < discs.Length; i += 3)
            {
                discs[i] = Math.Max(0, discs[i] - step);
            }
        }

        return discs;
    }

    private static bool TooWide(double[] discs)
    {
        Dyadic[][] exact = [.. discs.Select(Dyadic.Of).Chunk(3)];
        var sides = from axis in (int[])[0, 1] select exact.Max(disc => disc[axis] + disc[2]) - exact.Min(disc => disc[axis] - disc[2]);
        return exact.Length > 0 && sides.Aggregate((sum, side) => sum + side) > 2.0;
    }

    // Whole discs, radii not negative, no not-a-number, nothing beyond ±1,000.
    private static double[] Sane(double[] discs) => [.. discs.Take(discs.Length / 3 * 3)
        .Select((number, index) => double.IsNaN(number) ? 0 : Math.Clamp(number, index % 3 == 2 ? 0 : -1000, 1000))];
}
