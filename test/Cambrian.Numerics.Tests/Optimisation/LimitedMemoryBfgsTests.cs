using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Tests.Optimisation;

public sealed class LimitedMemoryBfgsTests
{
    [Fact]
    public void The_valley_of_Rosenbrock_is_followed_to_its_end()
    {
        var x = new double[20];
        Array.Fill(x, -1.2);

        var value = LimitedMemoryBfgs.Minimise(Rosenbrock.Value, x, 1_000, 1, new Work(100_000));

        Assert.Equal(0, value, 1e-12);
        Assert.All(x, coordinate => Assert.Equal(1, coordinate, 1e-5));
    }

    [Fact]
    public void Kinks_do_not_stop_it_far_from_the_minimum()
    {
        double[] x = [3, -2];

        LimitedMemoryBfgs.Minimise(
            (point, gradient) =>
            {
                (gradient[0], gradient[1]) = (Math.Sign(point[0] - 1), 10 * Math.Sign(point[1]));
                return Math.Abs(point[0] - 1) + (10 * Math.Abs(point[1]));
            },
            x,
            500,
            1,
            new Work(100_000));

        Assert.Equal(1, x[0], 0.05);
        Assert.Equal(0, x[1], 0.05);
    }

    [Fact]
    public void When_work_is_used_up_the_best_point_so_far_stands()
    {
        double[] x = [-1.2, 1, 0.5];
        var before = Rosenbrock.Value(x, new double[3]);

        var value = LimitedMemoryBfgs.Minimise(Rosenbrock.Value, x, 1_000, 100, new Work(1_000));

        Assert.InRange(value, 0, before);
        Assert.Equal(value, Rosenbrock.Value(x, new double[3]));
    }
}
