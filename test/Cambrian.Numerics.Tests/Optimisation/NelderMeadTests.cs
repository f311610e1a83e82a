using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.Optimisation;

public sealed class NelderMeadTests
{
    private static Work Plenty => new(100_000_000);

    // Without Brown's function: there the corners end on a line (Gao and Han 2012 leave it out too).
    public static TheoryData<string> Problems => [.. TestFunctions.All.Select(problem => problem.Name).Where(name => !name.StartsWith("4 ", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Problems))]
    public void The_published_minima_are_reached_from_the_published_starts(string name)
    {
        var problem = TestFunctions.All.Single(candidate => candidate.Name == name);
        double[] x = [.. problem.Start];
        var (residuals, point) = (new double[problem.Count], new double[x.Length]);

        // Twice, as is usual: the second simplex is not flat.
        var size = 0.05 * Math.Max(x.Max(Math.Abs), 1);
        var value = double.PositiveInfinity;
        for (var run = 0; run < 2; run++)
        {
            value = NelderMead.Minimise(
                at =>
                {
                    at.CopyTo(point);
                    problem.Residuals(point, residuals);
                    return residuals.Sum(residual => residual * residual);
                },
                x,
                size,
                1e-12,
                (problem.Count, Plenty));
        }

        Assert.Equal(problem.Minimum, value, problem.Minimum == 0 ? 1e-6 : 1e-4 * problem.Minimum);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(24)]
    [InlineData(40)]
    public void A_uniformly_convex_function_of_many_variables_is_no_trap(int n)
    {
        // Gao and Han 2012, §3.1: the standard coefficients stagnate on this function as n grows.
        double[] x = [.. Enumerable.Range(0, n).Select(i => 1.0 + (i % 3))];

        NelderMead.Minimise(Quadratic, x, 0.5, 1e-8, (n, Plenty));

        Assert.All(x, coordinate => Assert.Equal(0, coordinate, 1e-6));
    }

    [Fact]
    public void No_search_ends_higher_than_it_began_and_none_needs_more_than_its_work() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int, Gen.Int[0, 300]).Sample((n, seed, calls) =>
        {
            var random = new Random(seed);
            double[] centre = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())];
            double[] x = [.. Enumerable.Range(0, n).Select(_ => 3 * random.NextDouble())];
            double[] start = [.. x];
            var counted = 0;
            double Function(ReadOnlySpan<double> at)
            {
                counted++;
                var sum = 0.0;
                for (var i = 0; i < n; i++)
                {
                    sum += Math.Abs(Math.Sin(5 * at[i]) - centre[i]);
                }

                return sum > 2.9 ? double.NaN : sum;
            }

            var value = NelderMead.Minimise(Function, x, 0.1, 1e-10, (100 - (4 * n), new Work(100 * calls)));

            Assert.InRange(counted, 0, calls);
            Assert.Equal(calls == 0 || double.IsPositiveInfinity(value) ? double.PositiveInfinity : Function(x), value);
            Assert.False(calls > 0 && value > Function(start));
        }, iter: 300);

    [Fact]
    public void A_simplex_without_size_is_the_callers_fault()
    {
        Assert.Throws<ArgumentException>(() => NelderMead.Minimise(Quadratic, new double[2], 0, 1e-9, (1, Plenty)));
        Assert.Throws<ArgumentException>(() => NelderMead.Minimise(Quadratic, new double[2], double.NaN, 1e-9, (1, Plenty)));
        Assert.Throws<ArgumentException>(() => NelderMead.Minimise(Quadratic, [], 1, 1e-9, (1, Plenty)));
    }

    private static double Quadratic(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        foreach (var coordinate in x)
        {
            sum += coordinate * coordinate;
        }

        return sum;
    }
}
