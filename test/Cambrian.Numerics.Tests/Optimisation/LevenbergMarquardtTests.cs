using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.Optimisation;

public sealed class LevenbergMarquardtTests
{
    private static Work Plenty => new(1_000_000_000);

    public static TheoryData<string> Problems => [.. TestFunctions.All.Select(problem => problem.Name)];

    [Theory]
    [MemberData(nameof(Problems))]
    public void The_published_minima_are_reached_from_the_published_starts(string name)
    {
        var problem = TestFunctions.All.Single(candidate => candidate.Name == name);
        double[] x = [.. problem.Start];

        var value = LevenbergMarquardt.Minimise(LeastSquares.WithoutDerivatives(problem.Residuals, problem.Count, problem.Count, x.Length), x, Plenty);

        Assert.Equal(problem.Minimum, value, problem.Minimum == 0 ? 1e-12 : 2e-5 * problem.Minimum);
    }

    [Fact]
    public void With_derivatives_Rosenbrocks_function_is_solved_to_the_last_digit()
    {
        double[] x = [-1.2, 1];

        Assert.Equal(0, LevenbergMarquardt.Minimise(new LeastSquares(Rosenbrock, 2), x, Plenty), 1e-25);
        Assert.All(x, coordinate => Assert.Equal(1, coordinate, 1e-12));
    }

    [Fact]
    public void A_linear_fit_leaves_residuals_orthogonal_to_its_columns() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 12], Gen.Int).Sample((n, m, seed) =>
        {
            var random = new Random(seed);
            double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];
            var (matrix, right, x) = (Draw(m * n), Draw(m), Draw(n));
            double Residual(ReadOnlySpan<double> at, int i)
            {
                var residual = -right[i];
                for (var j = 0; j < n; j++)
                {
                    residual += matrix[(i * n) + j] * at[j];
                }

                return residual;
            }

            var value = LevenbergMarquardt.Minimise(
                new LeastSquares(
                    (at, values, jacobian) =>
                    {
                        for (var i = 0; i < m; i++)
                        {
                            values[i] = Residual(at, i);
                        }

                        if (!jacobian.IsEmpty)
                        {
                            matrix.CopyTo(jacobian);
                        }
                    },
                    m),
                x,
                Plenty);

            for (var j = 0; j < n; j++)
            {
                Assert.Equal(0, Enumerable.Range(0, m).Sum(i => matrix[(i * n) + j] * Residual(x, i)), 1e-6);
            }

            Assert.Equal(value, Enumerable.Range(0, m).Sum(i => Residual(x, i) * Residual(x, i)), 1e-12);
        }, iter: 300);

    [Fact]
    public void Where_residuals_are_not_finite_steps_are_shortened()
    {
        double[] x = [1e-3];

        // log x = 2 from far below: the first undamped step would be far beyond zero.
        LevenbergMarquardt.Minimise(LeastSquares.WithoutDerivatives((at, values) => values[0] = Math.Log(at[0]) - 2, 1, 1, 1), x, Plenty);

        Assert.Equal(Math.Exp(2), x[0], 1e-6);
    }

    [Fact]
    public void When_work_is_used_up_the_best_point_so_far_stands()
    {
        double[] x = [-1.2, 1];

        var value = LevenbergMarquardt.Minimise(new LeastSquares(Rosenbrock, 2) { Cost = 1000 }, x, new Work(8_500));

        var residuals = new double[2];
        Rosenbrock(x, residuals, []);
        Assert.InRange(value, 1e-6, 24.1);
        Assert.Equal(value, (residuals[0] * residuals[0]) + (residuals[1] * residuals[1]));
    }

    [Fact]
    public void A_start_without_a_value_or_a_problem_without_residuals_is_the_callers_fault()
    {
        Assert.Throws<ArgumentException>(() => LevenbergMarquardt.Minimise(LeastSquares.WithoutDerivatives((_, values) => values[0] = double.NaN, 1, 1, 1), new double[1], Plenty));
        Assert.Throws<ArgumentException>(() => LevenbergMarquardt.Minimise(new LeastSquares(Rosenbrock, 0), new double[2], Plenty));
        Assert.Throws<ArgumentException>(() => LevenbergMarquardt.Minimise(new LeastSquares(Rosenbrock, 2), [], Plenty));
    }

    private static void Rosenbrock(ReadOnlySpan<double> x, Span<double> values, Span<double> jacobian)
    {
        (values[0], values[1]) = (10 * (x[1] - (x[0] * x[0])), 1 - x[0]);
        if (!jacobian.IsEmpty)
        {
            (jacobian[0], jacobian[1], jacobian[2], jacobian[3]) = (-20 * x[0], 10, -1, 0);
        }
    }
}
