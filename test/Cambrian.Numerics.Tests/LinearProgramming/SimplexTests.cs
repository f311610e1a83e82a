using Cambrian.Numerics.LinearProgramming;
using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.LinearProgramming;

public sealed class SimplexTests
{
    private const double Infinity = double.PositiveInfinity;

    private static Work Plenty => new(1_000_000_000);

    [Fact]
    public void Dantzigs_example_ends_in_its_corner_with_its_prices()
    {
        var solution = Simplex.Maximise(new LinearProgramme([3, 5], [1, 0, 0, 2, 3, 2], [4, 12, 18]), Plenty);

        Assert.Equal(LinearOutcome.Optimal, solution.Outcome);
        Assert.Equal([2.0, 6], solution.Point, Close);
        Assert.Equal([0, 1.5, 1], solution.Prices, Close);
        Assert.Equal(36, solution.Value, 1e-9);
    }

    [Fact]
    public void Afiro_of_Netlib_reaches_its_published_minimum()
    {
        var programme = Afiro.Programme();

        var solution = Simplex.Maximise(programme, Plenty);

        Assert.Equal(464.75314286, solution.Value, 1e-7);
        Certificate.Check(programme, solution);
    }

    // Klee and Minty 1972, in the form of Chvátal 1983, p. 47: the cube whose corners the largest coefficient visits all; maximum 100^(n−1).
    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public void The_cubes_of_Klee_and_Minty_are_left_at_their_highest_corner(int n)
    {
        double[] objective = [.. Enumerable.Range(0, n).Select(j => Math.Pow(10, n - 1 - j))];
        var rows = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                rows[(i * n) + j] = i == j ? 1 : 2 * Math.Pow(10, i - j);
            }
        }

        var solution = Simplex.Maximise(new LinearProgramme(objective, rows, [.. Enumerable.Range(0, n).Select(i => Math.Pow(100, i))]), Plenty);

        Assert.Equal(Math.Pow(100, n - 1), solution.Value, Math.Pow(100, n - 1) * 1e-9);
    }

    [Fact]
    public void What_cycles_under_the_textbooks_rule_ends_here()
    {
        // Beale 1955, as in Chvátal 1983, p. 31 and Bazaraa, Jarvis and Sherali 2010, example 4.11.
        var chvatal = new LinearProgramme([10, -57, -9, -24], [0.5, -5.5, -2.5, 9, 0.5, -1.5, -0.5, 1, 1, 0, 0, 0], [0, 0, 1]);
        var beale = new LinearProgramme([0.75, -20, 0.5, -6], [0.25, -8, -1, 9, 0.5, -12, -0.5, 3, 0, 0, 1, 0], [0, 0, 1]);

        Assert.Equal(1, Simplex.Maximise(chvatal, Plenty).Value, 1e-9);
        Assert.Equal(1.25, Simplex.Maximise(beale, Plenty).Value, 1e-9);
    }

    [Fact]
    public void Impossible_and_endless_programmes_are_told_apart_with_a_proof()
    {
        var impossible = new LinearProgramme([1, 1], [1, 1, 1, 0, 0, 1], [Infinity, 1, 1]) { RowLower = [3, -Infinity, -Infinity] };
        var endless = new LinearProgramme([1, 1], [1, -1], [1]);
        var both = new LinearProgramme([1, 1], [1, 0, 1, 0], [1, Infinity]) { RowLower = [-Infinity, 2] };

        Assert.Equal(LinearOutcome.Infeasible, Checked(impossible).Outcome);
        Assert.Equal(LinearOutcome.Unbounded, Checked(endless).Outcome);
        Assert.Equal(LinearOutcome.Infeasible, Checked(both).Outcome);
    }

    [Fact]
    public void Bounds_that_cross_leave_no_point_and_need_no_other_proof()
    {
        var solution = Simplex.Maximise(new LinearProgramme([1], [1], [5]) { Lower = [2], Upper = [1] }, Plenty);

        Assert.Equal(LinearOutcome.Infeasible, solution.Outcome);
        Assert.Empty(solution.Prices);
    }

    [Fact]
    public void Without_rows_each_variable_goes_to_its_better_bound()
    {
        var solution = Simplex.Maximise(new LinearProgramme([1, -2, 0], [], []) { Lower = [-1, -3, 0], Upper = [4, 7, 1] }, Plenty);

        Assert.Equal(10, solution.Value, 1e-12);
    }

    [Fact]
    public void Every_end_proves_itself()
    {
        var ends = new Dictionary<LinearOutcome, int>();
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 8], Gen.Int).Sample((n, m, seed) =>
        {
            var programme = Draw(n, m, new Random(seed));
            var solution = Checked(programme);
            lock (ends)
            {
                ends[solution.Outcome] = ends.GetValueOrDefault(solution.Outcome) + 1;
            }
        }, iter: 3000);

        Assert.All([LinearOutcome.Optimal, LinearOutcome.Infeasible, LinearOutcome.Unbounded], outcome => Assert.InRange(ends.GetValueOrDefault(outcome), 100, 3000));
    }

    [Fact]
    public void Larger_programmes_prove_themselves_too() =>
        Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var (n, m) = (random.Next(20, 60), random.Next(20, 60));
            double[] rows = [.. Enumerable.Range(0, n * m).Select(_ => random.NextDouble() < 0.4 ? random.NextDouble() - 0.3 : 0)];
            double[] objective = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())];
            Checked(new LinearProgramme(objective, rows, [.. Enumerable.Range(0, m).Select(_ => 100 * random.NextDouble())]) { Upper = [.. objective.Select(_ => 50.0)] });
        }, iter: 60);

    [Fact]
    public void When_work_is_used_up_a_point_that_is_returned_is_feasible()
    {
        var returned = 0;
        Gen.Select(Gen.Int, Gen.Long[0, 800]).Sample((seed, operations) =>
        {
            var programme = Draw(8, 8, new Random(seed));
            var solution = Simplex.Maximise(programme, new Work(operations));
            if (solution.Outcome == LinearOutcome.OutOfWork && solution.Point.Length > 0)
            {
                Interlocked.Increment(ref returned);
                Certificate.Feasible(programme, solution.Point);
            }
        }, iter: 2000);

        Assert.InRange(returned, 10, 2000);
    }

    [Fact]
    public void Shapes_that_do_not_fit_and_numbers_that_mean_nothing_are_the_callers_fault()
    {
        Assert.Contains("4 coefficients; 3 were given", Fault(new LinearProgramme([1, 1], [1, 2, 3], [1, 1])), StringComparison.Ordinal);
        Assert.Contains("no variables", Fault(new LinearProgramme([], [], [])), StringComparison.Ordinal);
        Assert.Contains("finite", Fault(new LinearProgramme([double.NaN], [1], [1])), StringComparison.Ordinal);
        Assert.Contains("not a number", Fault(new LinearProgramme([1], [1], [double.NaN])), StringComparison.Ordinal);
        Assert.Contains("stand for none", Fault(new LinearProgramme([1], [1], [1]) { Lower = [Infinity] }), StringComparison.Ordinal);
    }

    [Fact]
    public void The_short_form_gives_the_point_or_nothing()
    {
        Assert.Equal([2.0, 6], Simplex.Maximise([3, 5], [1, 0, 0, 2, 3, 2], [4, 12, 18], Plenty), Close);
        Assert.Empty(Simplex.Maximise([1, 1], [1, -1], [1], Plenty));
        Assert.Empty(Simplex.Maximise([1], [1], [-1], Plenty));
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-9;

    private static LinearSolution Checked(LinearProgramme programme)
    {
        var solution = Simplex.Maximise(programme, Plenty);
        Certificate.Check(programme, solution);
        return solution;
    }

    private static string Fault(LinearProgramme programme) => Assert.Throws<ArgumentException>(() => Simplex.Maximise(programme, Plenty)).Message;

    // Small whole numbers make for many ties; bounds of all kinds.
    private static LinearProgramme Draw(int n, int m, Random random)
    {
        double[] Numbers(int count, int size) => [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(-size, size + 1))];
        (double[] Lower, double[] Upper) Bounds(int count)
        {
            var lower = Numbers(count, 6);
            double[] upper = [.. lower.Select(bound => bound + random.Next(0, 8))];
            for (var k = 0; k < count; k++)
            {
                (lower[k], upper[k]) = (random.Next(4) == 0 ? -Infinity : lower[k], random.Next(3) == 0 ? Infinity : upper[k]);
            }

            return (lower, upper);
        }

        var (rows, variables) = (Bounds(m), Bounds(n));
        return new LinearProgramme(Numbers(n, 4), Numbers(n * m, 3), rows.Upper) { RowLower = rows.Lower, Lower = variables.Lower, Upper = variables.Upper };
    }
}
