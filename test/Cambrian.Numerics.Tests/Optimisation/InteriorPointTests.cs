using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.Optimisation;

public sealed class InteriorPointTests
{
    private static Work Plenty => new(1_000_000_000);

    [Fact]
    public void A_linear_programme_ends_in_the_right_corner()
    {
        // Dantzig's example: 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 is largest at (2, 6).
        var constraints = new QuadraticConstraints(2);
        constraints.Add([0], [1], 0);
        constraints.Add([1], [1], 0);
        constraints.Add([0], [-1], 4);
        constraints.Add([1], [-2], 12);
        constraints.Add([0, 1], [-3, -2], 18);
        double[] x = [1, 1];

        Assert.True(InteriorPoint.Maximise([3, 5], constraints, x, (1, 1e-12), Plenty));

        Assert.Equal(2, x[0], 1e-9);
        Assert.Equal(6, x[1], 1e-9);
    }

    [Fact]
    public void A_linear_function_on_a_disc_is_largest_in_its_direction()
    {
        var constraints = new QuadraticConstraints(2);
        constraints.Add([0, 1], [0, 0], 1, [-2, 0, 0, -2]);
        double[] x = [0.1, -0.3];

        Assert.True(InteriorPoint.Maximise([3, 4], constraints, x, (0.1, 1e-12), Plenty));

        Assert.Equal(0.6, x[0], 1e-6);
        Assert.Equal(0.8, x[1], 1e-6);
    }

    [Fact]
    public void Outside_a_disc_the_nearer_local_maximum_is_found()
    {
        // x² + y² ≥ 1 within the square [−2, 2]² is not convex: from below, −y has the local maximum at the bottom edge.
        var constraints = new QuadraticConstraints(2);
        constraints.Add([0, 1], [0, 0], -1, [2, 0, 0, 2]);
        foreach (var index in new[] { 0, 1 })
        {
            constraints.Add([index], [1], 2);
            constraints.Add([index], [-1], 2);
        }

        double[] x = [0.2, -1.5];

        Assert.True(InteriorPoint.Maximise([0, -1], constraints, x, (1e-2, 1e-12), Plenty));

        Assert.Equal(-2, x[1], 1e-9);
    }

    [Fact]
    public void Every_point_on_the_way_is_strictly_feasible() =>
        Gen.Select(Gen.Int[2, 6], Gen.Int, Gen.Long[0, 200_000]).Sample((n, seed, operations) =>
        {
            var random = new Random(seed);
            var constraints = new QuadraticConstraints(n);
            for (var i = 0; i < n; i++)
            {
                constraints.Add([i], [1], 1);
                constraints.Add([i], [-1], 1);
                constraints.Add([i, (i + 1) % n], [0, 0], 0.5 + random.NextDouble(), [-2, random.NextDouble(), random.NextDouble(), 1]);
            }

            var x = new double[n];
            double[] objective = [.. x.Select(_ => random.NextDouble() - 0.5)];

            InteriorPoint.Maximise(objective, constraints, x, (0.1, 1e-12), new Work(operations));

            var gradient = new double[2];
            Assert.All(Enumerable.Range(0, constraints.Count), k => Assert.True(constraints.Evaluate(k, x, gradient) > 0));
            Assert.True(objective.Zip(x, (a, b) => a * b).Sum() >= -1.0);
        }, iter: 300);

    [Fact]
    public void A_start_that_is_not_strictly_feasible_is_the_callers_fault()
    {
        var constraints = new QuadraticConstraints(1);
        constraints.Add([0], [1], 0);
        double[] x = [0];

        Assert.Throws<ArgumentException>(() => InteriorPoint.Maximise([1], constraints, x, (1, 1e-9), Plenty));
    }
}
