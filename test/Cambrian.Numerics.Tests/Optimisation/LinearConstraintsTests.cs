using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Tests.Optimisation;

public sealed class LinearConstraintsTests
{
    [Fact]
    public void Dantzigs_programme_ends_in_the_right_corner()
    {
        // 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 is largest at (2, 6).
        double[] rows = [1, 0, 0, 1, -1, 0, 0, -2, -3, -2];
        double[] x = [1, 1];

        Assert.True(InteriorPoint.Maximise([3, 5], new LinearConstraints(rows, [0, 0, -4, -12, -18], 2), x, (1, 1e-12), new Work(1_000_000)));

        Assert.Equal(2, x[0], 1e-9);
        Assert.Equal(6, x[1], 1e-9);
    }
}
