using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.Optimisation;

public sealed class SequentialLinearTests
{
    private static Work Plenty => new(4_000_000_000);

    // Lukšan and Vlček 2000, "Test Problems for Nonsmooth Unconstrained and Linearly Constrained Optimization": least values of the largest of several functions.
    public static TheoryData<string, double, double> Published => new()
    {
        { "CB2", 1.9522245, 1e-7 },
        { "CB3", 2, 1e-9 },
        { "DEM", -3, 1e-9 },
        { "QL", 7.2, 1e-9 },
        { "Rosen-Suzuki", -44, 1e-4 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void The_published_values_are_reached_from_the_published_starts(string name, double value, double tolerance)
    {
        var (start, functions) = Problem(name);
        double[] x = [.. start];

        var reached = SequentialLinear.Maximise(new WorstOf(Negative(functions, x.Length), functions(x).Length) { Radius = 1 }, x, Plenty);

        Assert.Equal(value, -reached, tolerance);
        Assert.Equal(reached, -functions(x).Max());
    }

    [Fact]
    public void The_largest_disc_in_a_polygon_ends_at_its_centre_whatever_the_start() =>
        Gen.Select(Gen.Double[-0.5, 0.5], Gen.Double[-0.5, 0.5]).Sample((x, y) =>
        {
            double[] point = [x, y];

            // Distances to the sides of the triangle (−1, −1), (3, −1), (−1, 2), whose incircle has the radius 1 about the origin.
            var radius = SequentialLinear.Maximise(
                new WorstOf((at, values, jacobian) => Linear([1, 0, 0, 1, -0.6, -0.8], 1, at, values, jacobian), 3), point, Plenty);

            Assert.Equal(1, radius, 1e-9);
            Assert.Equal(0, point[0], 1e-9);
            Assert.Equal(0, point[1], 1e-9);
        }, iter: 50);

    [Fact]
    public void No_point_ends_out_of_bounds_or_worse_than_it_began() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int, Gen.Long[0, 30_000]).Sample((n, seed, operations) =>
        {
            var random = new Random(seed);
            double[] x = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())];
            double[] phases = [.. Enumerable.Range(0, 2 * n).Select(_ => 6 * random.NextDouble())];
            double[] Waves(double[] at) => [.. phases.Select((phase, k) => Math.Sin(phase + (3 * at[k % n]) + at[(k + 1) % n]))];
            var before = Waves(x).Min();

            var value = SequentialLinear.Maximise(
                new WorstOf(Negative(at => [.. Waves(at).Select(wave => -wave)], n), 2 * n) { Lower = new double[n], Upper = [.. x.Select(_ => 1.0)], Cost = 10 }, x, new Work(operations));

            Assert.All(x, coordinate => Assert.InRange(coordinate, 0, 1));
            Assert.InRange(value, before, 1);
            Assert.Equal(value, Waves(x).Min());
        }, iter: 200);

    [Fact]
    public void Bounds_that_do_not_fit_and_values_that_are_none_are_the_callers_fault()
    {
        var nothing = new WorstOf((_, values, _) => values.Fill(double.NaN), 1);
        Assert.Throws<ArgumentException>(() => SequentialLinear.Maximise(nothing, new double[2], Plenty));
        Assert.Throws<ArgumentException>(() => SequentialLinear.Maximise(nothing with { Lower = [0] }, new double[2], Plenty));
        Assert.Throws<ArgumentException>(() => SequentialLinear.Maximise(nothing with { Count = 0 }, new double[2], Plenty));
        Assert.Throws<ArgumentException>(() => SequentialLinear.Maximise(nothing with { Radius = 0 }, new double[2], Plenty));
    }

    private static void Linear(double[] slopes, double constant, ReadOnlySpan<double> x, Span<double> values, Span<double> jacobian)
    {
        for (var k = 0; k < values.Length; k++)
        {
            values[k] = constant + (slopes[2 * k] * x[0]) + (slopes[(2 * k) + 1] * x[1]);
        }

        if (!jacobian.IsEmpty)
        {
            slopes.CopyTo(jacobian);
        }
    }

    private static (double[] Start, Func<double[], double[]> Functions) Problem(string name) => name switch
    {
        "CB2" => ([1, -0.1], x => [(x[0] * x[0]) + Math.Pow(x[1], 4), Math.Pow(2 - x[0], 2) + Math.Pow(2 - x[1], 2), 2 * Math.Exp(x[1] - x[0])]),
        "CB3" => ([2, 2], x => [Math.Pow(x[0], 4) + (x[1] * x[1]), Math.Pow(2 - x[0], 2) + Math.Pow(2 - x[1], 2), 2 * Math.Exp(x[1] - x[0])]),
        "DEM" => ([1, 1], x => [(5 * x[0]) + x[1], (-5 * x[0]) + x[1], (x[0] * x[0]) + (x[1] * x[1]) + (4 * x[1])]),
        "QL" => ([-1, 5], x => Penalised((x[0] * x[0]) + (x[1] * x[1]), (-4 * x[0]) - x[1] + 4, -x[0] - (2 * x[1]) + 6)),
        _ => ([0, 0, 0, 0], x => Penalised(
            (x[0] * x[0]) + (x[1] * x[1]) + (2 * x[2] * x[2]) + (x[3] * x[3]) - (5 * x[0]) - (5 * x[1]) - (21 * x[2]) + (7 * x[3]),
            (x[0] * x[0]) + (x[1] * x[1]) + (x[2] * x[2]) + (x[3] * x[3]) + x[0] - x[1] + x[2] - x[3] - 8,
            (x[0] * x[0]) + (2 * x[1] * x[1]) + (x[2] * x[2]) + (2 * x[3] * x[3]) - x[0] - x[3] - 10,
            (2 * x[0] * x[0]) + (x[1] * x[1]) + (x[2] * x[2]) + (2 * x[0]) - x[1] - x[3] - 5)),
    };

    private static double[] Penalised(double value, params double[] excesses) => [value, .. excesses.Select(excess => value + (10 * excess))];

    // The functions turned round, with derivatives from central differences.
    private static VectorFunction Negative(Func<double[], double[]> functions, int n) => (x, values, jacobian) =>
    {
        double[] point = [.. x];
        double[] here = [.. functions(point).Select(value => -value)];
        here.CopyTo(values);
        for (var j = 0; j < n && !jacobian.IsEmpty; j++)
        {
            (double[] Above, double[] Below) ends;
            point[j] = x[j] + 1e-5;
            ends.Above = functions(point);
            point[j] = x[j] - 1e-5;
            ends.Below = functions(point);
            point[j] = x[j];
            for (var k = 0; k < here.Length; k++)
            {
                jacobian[(k * n) + j] = (ends.Below[k] - ends.Above[k]) / 2e-5;
            }
        }
    };
}
