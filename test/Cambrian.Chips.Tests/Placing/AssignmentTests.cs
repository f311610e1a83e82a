using Cambrian.Chips.Placing;
using CsCheck;

namespace Cambrian.Chips.Tests.Placing;

public sealed class AssignmentTests
{
    [Fact]
    public void No_other_assignment_costs_less() =>
        (from rows in Gen.Int[1, 5] from columns in Gen.Int[rows, 6] from cost in Gen.Double[0, 10].Array[columns].Array[rows] select cost).Sample(cost =>
        {
            var columns = Assignment.Solve(cost);
            Assert.Equal(columns.Length, columns.Distinct().Count());
            Assert.Equal(Cheapest(cost, 0, 0), columns.Select((column, row) => cost[row][column]).Sum(), 1e-9);
        }, iter: 200);

    private static double Cheapest(double[][] cost, int row, int taken) => row == cost.Length ? 0
        : Enumerable.Range(0, cost[0].Length).Where(column => (taken & (1 << column)) == 0).Min(column => cost[row][column] + Cheapest(cost, row + 1, taken | (1 << column)));
}
