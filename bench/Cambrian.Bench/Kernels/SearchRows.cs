using Cambrian.Numerics.Optimisation;
using Cambrian.Numerics.Tests.Optimisation;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Cambrian.Bench.Kernels;

/// <summary>Minima of functions, with derivatives and without, and sums of squares.</summary>
internal static class SearchRows
{
    private const double Tolerance = 1e-8;

    /// <summary>Small and large ones.</summary>
    public static IEnumerable<KernelRow> All() => [Quasi(10), Quasi(200), Simplex(4), Simplex(12), Squares(2, 50), Squares(4, 500)];

    private static Work Plenty => new(long.MaxValue);

    private static KernelRow Quasi(int n)
    {
        double[] start = [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? -1.2 : 1)];
        return new KernelRow("L-BFGS", $"Rosenbrock, {n} variables", new Dictionary<string, object> { ["kind"] = "bfgs", ["start"] = start }, () =>
        {
            var (x, calls) = (start.ToArray(), 0L);
            var value = LimitedMemoryBfgs.Minimise(
                (at, gradient) =>
                {
                    calls++;
                    return Rosenbrock.Value(at, gradient);
                },
                x,
                100_000,
                1,
                Plenty);
            return new KernelAnswer(value, calls);
        })
        {
            MathNet = () =>
            {
                var calls = 0L;
                var objective = ObjectiveFunction.Gradient(at =>
                {
                    calls++;
                    var gradient = new double[n];
                    return (Rosenbrock.Value(at.AsArray(), gradient), Vector<double>.Build.Dense(gradient));
                });
                var found = new LimitedMemoryBfgsMinimizer(1e-8, 1e-16, 1e-16, 10, 100_000).FindMinimum(objective, Vector<double>.Build.DenseOfArray(start));
                return new KernelAnswer(found.FunctionInfoAtMinimum.Value, calls);
            },
        };
    }

    private static KernelRow Simplex(int n)
    {
        double[] start = [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? -1.2 : 1)];
        return new KernelRow("Nelder–Mead, adapted", $"Rosenbrock in pairs, {n} variables", new Dictionary<string, object> { ["kind"] = "simplex", ["start"] = start, ["size"] = 0.5, ["tolerance"] = Tolerance }, () =>
        {
            var (x, calls) = (start.ToArray(), 0L);
            var value = NelderMead.Minimise(
                at =>
                {
                    calls++;
                    return Pairs(at);
                },
                x,
                0.5,
                Tolerance,
                (1, Plenty));
            return new KernelAnswer(value, calls);
        })
        {
            MathNet = () =>
            {
                var calls = 0L;
                var objective = ObjectiveFunction.Value(at =>
                {
                    calls++;
                    return Pairs(at.AsArray());
                });
                try
                {
                    var found = new NelderMeadSimplex(1e-16, 1_000_000).FindMinimum(objective, Vector<double>.Build.DenseOfArray(start), Vector<double>.Build.Dense(n, 0.5));
                    return new KernelAnswer(found.FunctionInfoAtMinimum.Value, calls);
                }
                catch (MaximumIterationsException)
                {
                    return new KernelAnswer(double.NaN, calls);
                }
            },
        };
    }

    // A sum of bells, height, place and width each, fitted to itself with noise.
    private static KernelRow Squares(int bells, int points)
    {
        var random = new Random(points);
        double[] truth = [.. Enumerable.Range(0, bells).SelectMany(k => new[] { 1 + random.NextDouble(), k + 0.5 + (0.2 * random.NextDouble()), 0.3 + (0.1 * random.NextDouble()) })];
        double[] times = [.. Enumerable.Range(0, points).Select(i => (double)bells * i / points)];
        var clean = new double[points];
        Bells(truth, times, clean, []);
        double[] observed = [.. clean.Select(value => value + (0.02 * (random.NextDouble() - 0.5)))];
        double[] start = [.. truth.Select((parameter, k) => parameter * (1 + (0.1 * ((k % 2) - 0.5))))];
        var instance = new Dictionary<string, object> { ["kind"] = "squares", ["start"] = start, ["times"] = times, ["observed"] = observed };
        return new KernelRow("Levenberg–Marquardt", $"{points} residuals, {3 * bells} variables", instance, () =>
        {
            var (x, calls) = (start.ToArray(), 0L);
            var value = LevenbergMarquardt.Minimise(
                new LeastSquares(
                    (at, values, jacobian) =>
                    {
                        calls++;
                        Bells(at, times, values, jacobian);
                        for (var i = 0; i < values.Length; i++)
                        {
                            values[i] -= observed[i];
                        }
                    },
                    points),
                x,
                Plenty);
            return new KernelAnswer(value, calls);
        })
        {
            MathNet = () => Fit(times, observed, start),
        };
    }

    private static KernelAnswer Fit(double[] times, double[] observed, double[] start)
    {
        var calls = 0L;
        var objective = ObjectiveFunction.NonlinearModel(
            (at, abscissae) =>
            {
                calls++;
                var values = new double[times.Length];
                Bells(at.AsArray(), abscissae.AsArray(), values, []);
                return Vector<double>.Build.Dense(values);
            },
            (at, abscissae) =>
            {
                calls++;
                var jacobian = new double[times.Length * start.Length];
                Bells(at.AsArray(), abscissae.AsArray(), new double[times.Length], jacobian);
                return Matrix<double>.Build.DenseOfRowMajor(times.Length, start.Length, jacobian);
            },
            Vector<double>.Build.DenseOfArray(times),
            Vector<double>.Build.DenseOfArray(observed));
        var found = new LevenbergMarquardtMinimizer(gradientTolerance: 1e-12, stepTolerance: 1e-12, functionTolerance: 1e-12).FindMinimum(objective, Vector<double>.Build.DenseOfArray(start));
        var fitted = new double[times.Length];
        Bells(found.MinimizingPoint.AsArray(), times, fitted, []);
        return new KernelAnswer(fitted.Zip(observed, (a, b) => (a - b) * (a - b)).Sum(), calls);
    }

    private static void Bells(ReadOnlySpan<double> x, double[] times, Span<double> values, Span<double> jacobian)
    {
        for (var i = 0; i < times.Length; i++)
        {
            var sum = 0.0;
            for (var k = 0; k < x.Length; k += 3)
            {
                var away = (times[i] - x[k + 1]) / x[k + 2];
                var bell = Math.Exp(-away * away);
                sum += x[k] * bell;
                if (!jacobian.IsEmpty)
                {
                    var slope = 2 * x[k] * bell * away / x[k + 2];
                    (jacobian[(i * x.Length) + k], jacobian[(i * x.Length) + k + 1], jacobian[(i * x.Length) + k + 2]) = (bell, slope, slope * away);
                }
            }

            values[i] = sum;
        }
    }

    private static double Pairs(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        for (var i = 0; i + 1 < x.Length; i += 2)
        {
            var (bend, rest) = (x[i + 1] - (x[i] * x[i]), 1 - x[i]);
            sum += (100 * bend * bend) + (rest * rest);
        }

        return sum;
    }
}
