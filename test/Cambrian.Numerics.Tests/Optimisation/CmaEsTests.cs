using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Tests.Optimisation;

public sealed class CmaEsTests
{
    // Published traces of the authors' own minimal implementation (purecma's documentation): the ellipsoid takes 1,421 evaluations to 5.5e-14
    // in 3 dimensions and 6,510 to 3.3e-13 in 10; Rosenbrock's function 1,736 to 1.3e-13 in 4. Single runs, so half as many again are allowed.
    [Theory]
    [InlineData("ellipsoid", 3, 0.3, 5.5e-14, 1421)]
    [InlineData("ellipsoid", 10, 0.3, 3.3e-13, 6510)]
    [InlineData("rosenbrock", 4, 0.5, 1.3e-13, 1736)]
    public void The_median_run_takes_as_many_evaluations_as_published(string function, int dimensions, double sigma, double target, int published)
    {
        var counts = Enumerable.Range(1, 11).Select(seed => Evaluations(Function(function), dimensions, sigma, target, seed, separable: false)).Order().ToList();
        Assert.InRange(counts[5], published * 0.6, published * 1.5);
    }

    [Fact]
    public void The_separable_variant_is_faster_where_the_axes_are_the_problems_own()
    {
        var full = Evaluations(Function("ellipsoid"), 20, 0.3, 1e-10, 1, separable: false);
        var separable = Evaluations(Function("ellipsoid"), 20, 0.3, 1e-10, 1, separable: true);
        Assert.True(separable * 2 < full, $"{separable} against {full}");
    }

    [Fact]
    public void The_cost_on_the_sphere_grows_about_linearly_with_the_dimension()
    {
        var (ten, forty) = (Evaluations(Function("sphere"), 10, 0.3, 1e-10, 1, false), Evaluations(Function("sphere"), 40, 0.3, 1e-10, 1, false));
        Assert.InRange(forty / (double)ten, 2, 6);
    }

    [Fact]
    public void A_copy_goes_its_own_way_and_equal_seeds_repeat()
    {
        var original = new CmaEs([1, 2, 3], 0.5);
        var copy = original.Copy();
        Assert.Equal(original.Sample(new Random(5)), copy.Sample(new Random(5)));
        copy.Update([.. Enumerable.Range(0, copy.Population).Select(i => new double[] { i, i, i })]);
        Assert.Equal(0, original.Generation);
        Assert.Equal([1, 2, 3], original.Mean.ToArray());
        Assert.Equal(1, copy.Generation);
    }

    [Fact]
    public void A_generation_of_another_size_is_refused() => Assert.Throws<ArgumentException>(() => new CmaEs([1, 2], 0.5).Update([[1, 2]]));

    private static int Evaluations(Func<double[], double> function, int dimensions, double sigma, double target, int seed, bool separable)
    {
        var strategy = new CmaEs([.. Enumerable.Repeat(0.5, dimensions)], sigma, separable);
        var random = new Random(seed);
        for (var evaluations = strategy.Population; evaluations < 100_000; evaluations += strategy.Population)
        {
            var samples = Enumerable.Range(0, strategy.Population).Select(_ => strategy.Sample(random)).OrderBy(function).ToList();
            if (function(samples[0]) <= target)
            {
                return evaluations;
            }

            strategy.Update(samples);
        }

        return int.MaxValue;
    }

    private static Func<double[], double> Function(string name) => name switch
    {
        "sphere" => x => x.Sum(value => value * value),
        "ellipsoid" => x => x.Select((value, i) => Math.Pow(10, 6.0 * i / (x.Length - 1)) * value * value).Sum(),
        _ => x => Enumerable.Range(0, x.Length - 1).Sum(i => (100 * Math.Pow((x[i] * x[i]) - x[i + 1], 2)) + Math.Pow(x[i] - 1, 2)),
    };
}
