using Cambrian.Numerics.LinearProgramming;
using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.LinearProgramming;

public sealed class BranchAndBoundTests
{
    private static Work Plenty => new(4_000_000_000);

    // Knapsacks P01, P07 and P08 of Burkardt's KNAPSACK_01 data; the last is from Kreher and Stinson 1999.
    [Theory]
    [InlineData(309, 165, "92 57 49 68 60 43 67 84 87 72", "23 31 29 44 53 38 63 85 89 82")]
    [InlineData(1458, 750, "135 139 149 150 156 163 173 184 192 201 210 214 221 229 240", "70 73 77 80 82 87 90 94 98 106 110 113 115 118 120")]
    [InlineData(
        13549094,
        6404180,
        "825594 1677009 1676628 1523970 943972 97426 69666 1296457 1679693 1902996 1844992 1049289 1252836 1319836 953277 2067538 675367 853655 1826027 65731 901489 577243 466257 369261",
        "382745 799601 909247 729069 467902 44328 34610 698150 823460 903959 853665 551830 610856 670702 488960 951111 323046 446298 931161 31385 496951 264724 224916 169684")]
    public void Knapsacks_are_filled_to_their_published_optimum(double optimum, double capacity, string profits, string weights)
    {
        var taken = BranchAndBound.Maximise(Numbers(profits), Numbers(weights), [capacity], 1, Plenty);

        Assert.All(taken, x => Assert.True(x is 0 or 1));
        Assert.Equal(optimum, taken.Zip(Numbers(profits), (x, profit) => x * profit).Sum());
        Assert.InRange(taken.Zip(Numbers(weights), (x, weight) => x * weight).Sum(), 0, capacity);
    }

    [Fact]
    public void Petersens_first_investment_problem_has_its_published_optimum()
    {
        // Petersen 1967, problem 1 (OR-Library's mknap1).
        var rows = Numbers(
            "8 12 13 64 22 41 8 12 13 75 22 41 3 6 4 18 6 4 5 10 8 32 6 12 5 13 8 42 6 20 5 13 8 48 6 20 0 0 0 0 8 0 3 0 4 0 8 0 3 2 4 0 8 4 3 2 4 8 8 4");

        var taken = BranchAndBound.Maximise([100, 600, 1200, 2400, 500, 2000], rows, Numbers("80 96 20 36 44 48 10 18 22 24"), 1, Plenty);

        Assert.Equal([0.0, 1, 1, 0, 0, 1], taken);
    }

    [Fact]
    public void Small_programmes_agree_with_counting()
    {
        var solved = 0;
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int).Sample((n, m, seed) =>
        {
            var random = new Random(seed);
            double[] Draw(int count, int low, int high) => [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(low, high))];
            var programme = new LinearProgramme(Draw(n, -5, 6), Draw(n * m, -4, 5), Draw(m, -3, 12)) { Lower = Draw(n, -2, 1), Upper = Draw(n, 1, 4) };

            var solution = BranchAndBound.Maximise(programme, [.. programme.Objective.Select(_ => true)], Plenty);

            var best = Count(programme);
            Assert.Equal(best is null ? LinearOutcome.Infeasible : LinearOutcome.Optimal, solution.Outcome);
            if (best is not null)
            {
                Interlocked.Increment(ref solved);
                Assert.Equal(best.Value, solution.Value, 1e-9);
                Assert.All(solution.Point, x => Assert.Equal(Math.Round(x), x));
                Certificate.Feasible(programme, solution.Point);
            }
        }, iter: 1500);

        Assert.InRange(solved, 500, 1500);
    }

    [Fact]
    public void Variables_that_need_not_be_whole_are_the_best_for_those_that_are()
    {
        // With x whole and y free: x + y ≤ 2.5 and 2x + y ≤ 4 are best for 3x + 2.2y at x = 1, y = 1.5 (value 6.3); without the whole number at 1.5 and 1 (6.7).
        var programme = new LinearProgramme([3, 2.2], [1, 1, 2, 1], [2.5, 4]);

        var solution = BranchAndBound.Maximise(programme, [true, false], Plenty);

        Assert.Equal(6.3, solution.Value, 1e-9);
        Assert.Equal(1, solution.Point[0]);
        Assert.Equal(6.7, Simplex.Maximise(programme, Plenty).Value, 1e-9);
    }

    [Fact]
    public void Fractions_alone_leave_no_point_and_a_free_direction_no_end()
    {
        Assert.Equal(LinearOutcome.Infeasible, BranchAndBound.Maximise(new LinearProgramme([1], [2], [1]) { RowLower = [1] }, [true], Plenty).Outcome);
        Assert.Equal(LinearOutcome.Unbounded, BranchAndBound.Maximise(new LinearProgramme([1, 1], [1, -1], [1]), [true, true], Plenty).Outcome);
    }

    [Fact]
    public void When_work_is_used_up_the_best_point_and_a_bound_stand()
    {
        var random = new Random(3);
        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(10, 100))];
        var programme = new LinearProgramme(Draw(40), Draw(400), [.. Enumerable.Range(0, 10).Select(_ => 700.0)]) { Upper = [.. Enumerable.Repeat(1.0, 40)] };

        var solution = BranchAndBound.Maximise(programme, [.. Enumerable.Repeat(true, 40)], new Work(60_000));

        Assert.Equal(LinearOutcome.OutOfWork, solution.Outcome);
        Certificate.Feasible(programme, solution.Point);
        Assert.InRange(solution.Bound, solution.Value, Simplex.Maximise(programme, Plenty).Value + 1e-6);
    }

    [Fact]
    public void Marks_that_do_not_fit_are_the_callers_fault() =>
        Assert.Throws<ArgumentException>(() => BranchAndBound.Maximise(new LinearProgramme([1], [1], [1]), [], Plenty));

    private static double? Count(LinearProgramme programme)
    {
        double? best = null;
        var point = (double[])programme.Lower.Clone();
        while (true)
        {
            if (Certificate.Activities(programme, point).Zip(programme.RowUpper).All(row => row.First <= row.Second))
            {
                var value = point.Zip(programme.Objective, (x, cost) => x * cost).Sum();
                best = best is { } so && so >= value ? so : value;
            }

            var place = 0;
            for (; place < point.Length && ++point[place] > programme.Upper[place]; place++)
            {
                point[place] = programme.Lower[place];
            }

            if (place == point.Length)
            {
                return best;
            }
        }
    }

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(double.Parse)];
}
