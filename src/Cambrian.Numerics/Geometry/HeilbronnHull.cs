using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Geometry;

/// <summary>
/// Heilbronn's problem for convex regions: points in the plane, the smallest triangle that three of them span as large a share of
/// the area of their convex hull as possible. Points are an array of x and y of each in turn; a linear map of all of them changes
/// nothing. Every method accepts any such array and leaves it as it is.
/// </summary>
public static class HeilbronnHull
{
    private const double LastBarrier = 1e-15;
    private const int Patience = 60;
    private const int Trials = 30;
    private const double CoarseBarrier = 1e-5;

    /// <summary>Points at random places of the unit square.</summary>
    /// <param name="count">Number of points; 1 to 100, others are brought into that range.</param>
    /// <param name="seed">Any.</param>
    public static double[] Scatter(int count, int seed) => PointMoves.Scatter(Math.Clamp(count, 1, 100), 2, new Random(seed));

    /// <summary>A nearby local optimum, reached without any three points passing through a line; the hull keeps its corners.</summary>
    /// <param name="points">Any.</param>
    /// <param name="barrier">How far points first give way to each other, 1e-6 (they settle where they are) to 1 (they spread evenly before they settle).</param>
    /// <param name="work">Spent by the iteration; when none is left, points are where they are by then.</param>
    public static double[] Settle(double[] points, double barrier, Work work) => Settle(points, (barrier, 0), work);

    /// <summary>Some points put at random places of the smallest rectangle around all; the others stay.</summary>
    /// <param name="points">Any.</param>
    /// <param name="count">How many points move; brought into the range from 0 to all.</param>
    /// <param name="seed">Any.</param>
    public static double[] Relocate(double[] points, int count, int seed) =>
        PointMoves.Relocate(PointMoves.InCube(points, 2), 2, count, new Random(seed));

    /// <summary>All points moved a little in random directions.</summary>
    /// <param name="points">Any.</param>
    /// <param name="distance">Standard deviation of each coordinate's move, where the points just fit the unit square.</param>
    /// <param name="seed">Any.</param>
    public static double[] Jitter(double[] points, double distance, int seed) =>
        PointMoves.Jitter(PointMoves.InCube(points, 2), PointMoves.Distance(distance), new Random(seed));

    /// <summary>The best of many local optima: changes the best points so far (triangles turned over, points relocated, or all jittered), lets them settle, keeps what is no worse; starts over when that leads no further.</summary>
    /// <param name="points">Where to start, any.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public static double[] Hop(double[] points, int seed, Work work)
    {
        var start = PointMoves.Sane(points, 2);
        return start.Length < 8 ? start : BasinHopping.Maximise(new State(start, false), state => Smallest(state.Points), new HopMoves<State>(
            (best, random) => Settled(Change(best, random), Smallest(best.Points), random, work),
            random => Settled(Fresh(start.Length / 2, random), 0, random, work),
            Patience), seed, work).Points;
    }

    /// <summary>The points whose smallest triangle is the larger share of their hull; of equals the first.</summary>
    public static double[] Better(double[] points, double[] others) => Smallest(others) > Smallest(points) ? others : points;

    /// <summary>The area of the smallest triangle of three points as a share of their convex hull's, to within rounding; 0 without three points or on a line.</summary>
    public static double Smallest(double[] points)
    {
        var sane = PointMoves.Sane(points, 2);
        var (smallest, hull) = (TriangleAreas.Smallest(sane), ConvexHull.TwiceArea(sane));
        return smallest > 0 && hull > 0 ? smallest / hull : 0;
    }

    private static double[] Settle(double[] points, (double Barrier, double Level) aim, Work work)
    {
        var settled = InGeneralPosition(points);
        if (settled.Length < 8 || Smallest(settled) == 0)
        {
            return settled;
        }

        var frame = AffineFrame.OfLargestTriangle(settled);
        settled = frame.Map(settled, 0.995 / ConvexHull.TwiceArea(settled));
        double[] variables = [.. settled, 0.99 * TriangleAreas.Smallest(settled)];
        var hull = new QuadraticConstraints(variables.Length);
        foreach (var index in frame.Pinned)
        {
            hull.Pin(index, settled[index]);
        }

        ConvexHull.KeepSmall(hull, settled);
        var constraints = new TriangleConstraints(hull, settled, frame.Pinned);
        var objective = new double[variables.Length];
        objective[^1] = 1;
        InteriorPoint.Maximise(objective, constraints, variables, (StartingBarrier.Sane(aim.Barrier), CoarseBarrier), work);

        // What is left to gain is about the barrier times the number of variables.
        if (variables[^1] + (variables.Length * CoarseBarrier) > aim.Level)
        {
            InteriorPoint.Maximise(objective, constraints, variables, (CoarseBarrier, LastBarrier), work);
        }

        return variables[..^1];
    }

    private static State Settled(State state, double level, Random random, Work work) =>
        state with { Points = Settle(state.Points, (StartingBarrier.Draw(random), level), work) };

    // Mirrored points mostly stay so: half as many numbers to find, and some of the best arrangements are mirrored.
    private static State Change(State best, Random random)
    {
        if (!best.Mirrored || random.Next(8) == 0)
        {
            var free = PointMoves.InCube(best.Points, 2);
            return new State(random.Next(3) == 0 ? Replant(free, random) : TriangleAreas.Change(free, random), false);
        }

        var straight = MirroredPoints.Straighten(best.Points);
        return best with { Points = MirroredPoints.Follow(straight, TriangleAreas.Change([.. straight], random)) };
    }

    private static State Fresh(int count, Random random) => random.Next(4) switch
    {
        0 => new State(PointMoves.Scatter(count, 2, random), false),
        1 => new State(Ring(count, random), false),
        _ => new State(MirroredPoints.Ring(count, random), true),
    };

    // One point put where, of some random places, its smallest triangle is the largest share of the hull.
    private static double[] Replant(double[] points, Random random)
    {
        var moved = 2 * random.Next(points.Length / 2);
        var (best, largest) = (points, 0.0);
        for (var trial = 0; trial < Trials; trial++)
        {
            double[] planted = [.. points];
            (planted[moved], planted[moved + 1]) = ((1.2 * random.NextDouble()) - 0.1, (1.2 * random.NextDouble()) - 0.1);
            var share = TriangleAreas.Smallest(planted, moved) / ConvexHull.TwiceArea(planted);
            (best, largest) = share > largest ? (planted, share) : (best, largest);
        }

        return best;
    }

    // Most points on a circle and the others within: random places have far fewer corners than good arrangements.
    private static double[] Ring(int count, Random random)
    {
        var corners = (int)(count * (0.65 + (0.25 * random.NextDouble())));
        var spread = random.NextDouble();
        return [.. Enumerable.Range(0, count).SelectMany(i =>
        {
            var radius = i < corners ? 1 : 0.9 * Math.Sqrt(random.NextDouble());
            var turn = 2 * Math.PI * (i < corners ? (i + (spread * (random.NextDouble() - 0.5))) / corners : random.NextDouble());
            return new[] { radius * Math.Cos(turn), radius * Math.Sin(turn) };
        })];
    }

    // Points of which three are on a line, or nearly so beside the whole, jittered.
    private static double[] InGeneralPosition(double[] points)
    {
        var random = new Random(points.Length);
        var changed = PointMoves.InCube(points, 2);
        for (var attempt = 0; attempt < 100 && points.Length >= 8 && Smallest(changed) < 1e-9; attempt++)
        {
            changed = PointMoves.Jitter(PointMoves.InCube(points, 2), 1e-3, random);
        }

        return changed;
    }

    /// <summary>Points, and whether they are an arrangement of <see cref="MirroredPoints"/>.</summary>
    private sealed record State(double[] Points, bool Mirrored);
}
