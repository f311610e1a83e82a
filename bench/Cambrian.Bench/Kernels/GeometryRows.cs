using Cambrian.Numerics.Optimisation;

namespace Cambrian.Bench.Kernels;

/// <summary>Points in the unit square, the least of their distances as large as possible, by two kernels; and clusters of atoms by basin hopping.</summary>
internal static class GeometryRows
{
    /// <summary>Small and large ones; the best that are known of 10 and 20 points are 0.421279543984 and 0.286611652352 (Specht, Packomania), of 13 atoms −44.326801 (Wales and Doye 1997).</summary>
    public static IEnumerable<KernelRow> All() => [Interior(10), Sequential(10), Interior(20), Sequential(20), Hopping(13, 30)];

    private static Work Plenty => new(long.MaxValue);

    private static KernelRow Interior(int n)
    {
        var start = Start(n);
        return new KernelRow("interior point", $"{n} points apart", Instance(start), () =>
        {
            var constraints = new QuadraticConstraints((2 * n) + 1);
            for (var i = 0; i < 2 * n; i++)
            {
                constraints.Add([i], [1], 0);
                constraints.Add([i], [-1], 1);
            }

            double[] curvature = [2, 0, -2, 0, 0, 0, 2, 0, -2, 0, -2, 0, 2, 0, 0, 0, -2, 0, 2, 0, 0, 0, 0, 0, 0];
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    constraints.Add([2 * i, (2 * i) + 1, 2 * j, (2 * j) + 1, 2 * n], [0, 0, 0, 0, -1], 0, curvature);
                }
            }

            double[] x = [.. start, 0.99 * Least(start)];
            var objective = new double[x.Length];
            objective[^1] = 1;
            InteriorPoint.Maximise(objective, constraints, x, (1e-4, 1e-14), Plenty);
            return new KernelAnswer(Math.Sqrt(Least(x.AsSpan(0, 2 * n))));
        });
    }

    private static KernelRow Sequential(int n)
    {
        var start = Start(n);
        double[] most = [.. start.Select(_ => 1.0)];
        return new KernelRow("sequential linear", $"{n} points apart", Instance(start), () =>
        {
            var x = start.ToArray();
            var value = SequentialLinear.Maximise(new WorstOf(Distances, n * (n - 1) / 2) { Lower = new double[2 * n], Upper = most, Radius = 0.05 }, x, Plenty);
            return new KernelAnswer(Math.Sqrt(value));
        });
    }

    private static KernelRow Hopping(int atoms, int hops)
    {
        var random = new Random(atoms);
        double[] start = [.. Enumerable.Range(0, 3 * atoms).Select(_ => 2 * (random.NextDouble() - 0.5) * 1.5)];
        var instance = new Dictionary<string, object> { ["kind"] = "hopping", ["start"] = start, ["hops"] = hops, ["step"] = 0.4 };
        return new KernelRow("basin hopping", $"{atoms} Lennard-Jones atoms, {hops} hops", instance, () =>
        {
            var calls = 0L;
            double Energy(ReadOnlySpan<double> x, Span<double> gradient)
            {
                calls++;
                return LennardJones(x, gradient);
            }

            double[] Settle(double[] x)
            {
                LimitedMemoryBfgs.Minimise(Energy, x, 1_000, 1, Plenty);
                return x;
            }

            var work = new Work(hops);
            var best = BasinHopping.Maximise(
                Settle([.. start]),
                x => -LennardJones(x, new double[x.Length]),
                (x, random) =>
                {
                    work.Spend(1);
                    return Settle([.. x.Select(coordinate => coordinate + (0.8 * (random.NextDouble() - 0.5)))]);
                },
                seed: 1,
                work);
            return new KernelAnswer(LennardJones(best, new double[best.Length]), calls);
        });
    }

    private static Dictionary<string, object> Instance(double[] start) => new() { ["kind"] = "apart", ["start"] = start };

    // Near a good arrangement, so that all methods climb the same hill.
    private static double[] Start(int n)
    {
        var random = new Random(n);
        var best = new double[2 * n];
        for (var attempt = 0; attempt < 20; attempt++)
        {
            double[] x = [.. best.Select(_ => 0.05 + (0.9 * random.NextDouble()))];
            SequentialLinear.Maximise(new WorstOf(Distances, n * (n - 1) / 2) { Lower = new double[2 * n], Upper = [.. x.Select(_ => 1.0)] }, x, Plenty);
            best = Least(x) > Least(best) ? x : best;
        }

        return [.. best.Select(coordinate => Math.Clamp(coordinate + (0.02 * (random.NextDouble() - 0.5)), 0.01, 0.99))];
    }

    private static void Distances(ReadOnlySpan<double> x, Span<double> values, Span<double> jacobian)
    {
        jacobian.Clear();
        for (var (i, k) = (0, 0); i < x.Length; i += 2)
        {
            for (var j = 0; j < i; j += 2, k++)
            {
                var (dx, dy) = (x[i] - x[j], x[i + 1] - x[j + 1]);
                values[k] = (dx * dx) + (dy * dy);
                if (!jacobian.IsEmpty)
                {
                    var row = jacobian.Slice(k * x.Length, x.Length);
                    (row[i], row[i + 1], row[j], row[j + 1]) = (2 * dx, 2 * dy, -2 * dx, -2 * dy);
                }
            }
        }
    }

    private static double Least(ReadOnlySpan<double> x)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < x.Length; i += 2)
        {
            for (var j = 0; j < i; j += 2)
            {
                least = Math.Min(least, ((x[i] - x[j]) * (x[i] - x[j])) + ((x[i + 1] - x[j + 1]) * (x[i + 1] - x[j + 1])));
            }
        }

        return least;
    }

    private static double LennardJones(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient.Clear();
        var energy = 0.0;
        for (var i = 0; i < x.Length; i += 3)
        {
            for (var j = 0; j < i; j += 3)
            {
                var (dx, dy, dz) = (x[i] - x[j], x[i + 1] - x[j + 1], x[i + 2] - x[j + 2]);
                var inverse = 1 / ((dx * dx) + (dy * dy) + (dz * dz));
                var sixth = inverse * inverse * inverse;
                energy += 4 * sixth * (sixth - 1);
                var pull = 24 * sixth * inverse * (1 - (2 * sixth));
                (gradient[i], gradient[i + 1], gradient[i + 2]) = (gradient[i] + (pull * dx), gradient[i + 1] + (pull * dy), gradient[i + 2] + (pull * dz));
                (gradient[j], gradient[j + 1], gradient[j + 2]) = (gradient[j] - (pull * dx), gradient[j + 1] - (pull * dy), gradient[j + 2] - (pull * dz));
            }
        }

        return energy;
    }
}
