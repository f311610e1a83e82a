using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Geometry;

/// <summary>
/// Discs in the unit square without overlap, the sum of their radii as large as possible. A packing is an array of x, y and
/// radius of each disc in turn. Every method accepts any such array, also one that overlaps or holds not-a-number, and
/// leaves it as it is; unless said otherwise it returns discs that neither overlap nor leave the square, exactly.
/// </summary>
public static class DiscPacking
{
    private const double LastBarrier = 1e-15;

    private const int Patience = 25;

    // Between centres that coincide, and from a wall a centre lies on.
    private const double LeastRoom = 1e-4;

    /// <summary>Equal discs on the coarsest square grid that has room for them, row by row.</summary>
    /// <param name="count">Number of discs; 1 to 10,000, others are brought into that range.</param>
    public static double[] Grid(int count)
    {
        count = Math.Clamp(count, 1, 10_000);
        var side = (int)Math.Ceiling(Math.Sqrt(count));
        var discs = new double[3 * count];
        for (var i = 0; i < count; i++)
        {
            (discs[3 * i], discs[(3 * i) + 1], discs[(3 * i) + 2]) = (((i % side) + 0.5) / side, ((i / side) + 0.5) / side, 0.5 / side);
        }

        return Tighten(discs);
    }

    /// <summary>Discs of no size at random places.</summary>
    /// <param name="count">Number of discs; 1 to 10,000, others are brought into that range.</param>
    /// <param name="seed">Any.</param>
    public static double[] Scatter(int count, int seed)
    {
        var random = new Random(seed);
        var discs = new double[3 * Math.Clamp(count, 1, 10_000)];
        for (var i = 0; i < discs.Length; i++)
        {
            discs[i] = i % 3 == 2 ? 0 : random.NextDouble();
        }

        return discs;
    }

    /// <summary>The same centres; each disc in turn grows until it touches a wall or another disc, those before it grown, those after it of no size.</summary>
    public static double[] Grow(double[] discs)
    {
        var grown = Copy(discs);
        for (var i = 0; i < grown.Length; i += 3)
        {
            grown[i + 2] = Math.Min(Math.Min(grown[i], 1 - grown[i]), Math.Min(grown[i + 1], 1 - grown[i + 1]));
            for (var j = 0; j < grown.Length; j += 3)
            {
                if (j != i)
                {
                    grown[i + 2] = Math.Min(grown[i + 2], Discs.Distance(grown, i, j) - (j < i ? grown[j + 2] : 0));
                }
            }

            grown[i + 2] = Math.Max(0, grown[i + 2]);
        }

        return Tighten(grown);
    }

    /// <summary>The same centres with the radii of the largest sum.</summary>
    /// <param name="discs">Any; its radii are ignored.</param>
    /// <param name="work">Spent by the linear programme; when none is left, radii are those reached by then.</param>
    public static double[] Inflate(double[] discs, Work work)
    {
        var inflated = Separate(discs);
        Inflate(inflated, (1e-2, LastBarrier), work);
        return Tighten(inflated);
    }

    /// <summary>A nearby local optimum: centres and radii move together.</summary>
    /// <param name="discs">Any; its radii are ignored.</param>
    /// <param name="barrier">How far discs first give way to each other, 1e-6 (they settle where they are) to 1 (they spread evenly before they settle).</param>
    /// <param name="work">Spent by the iteration; when none is left, discs are where they are by then.</param>
    public static double[] Settle(double[] discs, double barrier, Work work)
    {
        var settled = Separate(discs);
        var start = double.IsNaN(barrier) ? 1e-3 : Math.Clamp(barrier, 1e-6, 1);
        Inflate(settled, (1e-2, start), work);
        var n = settled.Length / 3;
        var constraints = new QuadraticConstraints(settled.Length);
        for (var i = 0; i < n; i++)
        {
            AddWalls(constraints, i);
            Discs.KeepApart(constraints, i);
        }

        InteriorPoint.Maximise([.. Enumerable.Range(0, settled.Length).Select(index => index % 3 == 2 ? 1.0 : 0)], constraints, settled, (start, LastBarrier), work);
        return Tighten(settled);
    }

    /// <summary>Some discs shrunk to nothing and put at random places; the others stay.</summary>
    /// <param name="discs">Any.</param>
    /// <param name="count">How many discs move; brought into the range from 0 to all.</param>
    /// <param name="seed">Any.</param>
    public static double[] Relocate(double[] discs, int count, int seed) => Relocate(Copy(discs), count, new Random(seed));

    /// <summary>All centres moved a little in random directions, radii shrunk to nothing.</summary>
    /// <param name="discs">Any.</param>
    /// <param name="distance">Standard deviation of each coordinate's move.</param>
    /// <param name="seed">Any.</param>
    public static double[] Jitter(double[] discs, double distance, int seed) => Jitter(Copy(discs), distance, new Random(seed));

    /// <summary>The best of many local optima: changes the discs (some relocated, all jittered, or two places exchanged), lets them settle, keeps what is no worse; starts over when that leads no further.</summary>
    /// <param name="discs">Where to start, any.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public static double[] Hop(double[] discs, int seed, Work work) => discs.Length < 3 ? [] : BasinHopping.Maximise(
        Tighten(Copy(discs)),
        Sum,
        new HopMoves<double[]>(
            (best, random) => Settle(Change(best, random), StartingBarrier.Draw(random), work),
            random => Settle(Scatter(discs.Length / 3, random.Next()), 10 * StartingBarrier.Draw(random), work),
            Patience),
        seed,
        work);

    /// <summary>The packing with the larger sum of radii; of equals the first.</summary>
    public static double[] Better(double[] discs, double[] others) => Sum(Tighten(Copy(others))) > Sum(Tighten(Copy(discs))) ? others : discs;

    /// <summary>The sum of the radii.</summary>
    public static double Sum(double[] discs) => Discs.Sum(discs);

    // Moves that a packing's optimum is often one of away from the next better one.
    private static double[] Change(double[] discs, Random random)
    {
        var changed = Copy(discs);
        switch (random.Next(4))
        {
            case 0:
                return Jitter(changed, Math.Pow(10, -0.5 - (2 * random.NextDouble())), random);
            case 1:
                var (a, b) = (3 * random.Next(changed.Length / 3), 3 * random.Next(changed.Length / 3));
                (changed[a], changed[a + 1], changed[b], changed[b + 1]) = (changed[b], changed[b + 1], changed[a], changed[a + 1]);
                return Jitter(changed, 0.01, random);
            default:
                return Relocate(changed, 1 + random.Next(3), random);
        }
    }

    private static double[] Relocate(double[] discs, int count, Random random)
    {
        for (var moved = Math.Clamp(count, 0, discs.Length / 3); moved > 0; moved--)
        {
            var i = 3 * random.Next(discs.Length / 3);
            (discs[i], discs[i + 1], discs[i + 2]) = (random.NextDouble(), random.NextDouble(), 0);
        }

        return discs;
    }

    private static double[] Jitter(double[] discs, double distance, Random random)
    {
        for (var i = 0; i < discs.Length; i++)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            discs[i] = i % 3 == 2 ? 0 : discs[i] + (distance * normal);
        }

        return Sane(discs);
    }

    // The radii of the largest sum for the centres as they are; discs must be apart and strictly inside.
    private static void Inflate(double[] discs, (double Start, double End) barrier, Work work)
    {
        var n = discs.Length / 3;
        var constraints = new QuadraticConstraints(n);
        for (var i = 0; i < n; i++)
        {
            var (x, y) = (discs[3 * i], discs[(3 * i) + 1]);
            constraints.Add([i], [1], 0);
            constraints.Add([i], [-1], Math.Min(Math.Min(x, 1 - x), Math.Min(y, 1 - y)));
            for (var j = 0; j < i; j++)
            {
                constraints.Add([i, j], [-1, -1], Discs.Distance(discs, 3 * i, 3 * j));
            }
        }

        var radii = Enumerable.Range(0, n).Select(i => discs[(3 * i) + 2]).ToArray();
        InteriorPoint.Maximise([.. radii.Select(_ => 1.0)], constraints, radii, barrier, work);
        for (var i = 0; i < n; i++)
        {
            discs[(3 * i) + 2] = radii[i];
        }
    }

    private static void AddWalls(QuadraticConstraints constraints, int disc)
    {
        var (x, y, r) = (3 * disc, (3 * disc) + 1, (3 * disc) + 2);
        constraints.Add([r], [1], 0);
        foreach (var coordinate in (ReadOnlySpan<int>)[x, y])
        {
            constraints.Add([coordinate, r], [1, -1], 0);
            constraints.Add([coordinate, r], [-1, -1], 1);
        }
    }

    // Centres strictly inside and apart, with radii that leave room on all sides.
    private static double[] Separate(double[] discs)
    {
        var apart = Copy(discs);
        for (var i = 0; i < apart.Length; i += 3)
        {
            (apart[i], apart[i + 1]) = (Math.Clamp(apart[i], LeastRoom, 1 - LeastRoom), Math.Clamp(apart[i + 1], LeastRoom, 1 - LeastRoom));
            for (var attempt = 1; Discs.Nearest(apart, i, i) < LeastRoom; attempt++)
            {
                // Roberts' sequence fills the square evenly, so a free place turns up soon.
                (apart[i], apart[i + 1]) = (LeastRoom + (attempt * 0.7548776662466927 % 1 * (1 - (2 * LeastRoom))), LeastRoom + (attempt * 0.5698402909980532 % 1 * (1 - (2 * LeastRoom))));
            }
        }

        for (var i = 0; i < apart.Length; i += 3)
        {
            var wall = Math.Min(Math.Min(apart[i], 1 - apart[i]), Math.Min(apart[i + 1], 1 - apart[i + 1]));
            apart[i + 2] = 0.45 * Math.Min(2 * wall, Discs.Nearest(apart, i, apart.Length));
        }

        return apart;
    }

    // Shrinks discs in place until the packing holds exactly, which after an interior point is by nothing or a last digit.
    private static double[] Tighten(double[] discs)
    {
        for (var i = 0; i < discs.Length; i += 3)
        {
            // 1 − x is exact where it matters: for x < ½ the other wall is nearer.
            discs[i + 2] = Math.Min(Math.Min(Math.Min(discs[i], 1 - discs[i]), Math.Min(discs[i + 1], 1 - discs[i + 1])), discs[i + 2]);
            Discs.Tighten(discs, i);
        }

        return discs;
    }

    private static double[] Copy(double[] discs) => Sane([.. discs.Take(discs.Length / 3 * 3)]);

    // Centres in the square, radii not negative, no not-a-number.
    private static double[] Sane(double[] discs)
    {
        for (var i = 0; i < discs.Length; i++)
        {
            discs[i] = double.IsNaN(discs[i]) ? 0 : Math.Clamp(discs[i], 0, 1);
        }

        return discs;
    }
}
