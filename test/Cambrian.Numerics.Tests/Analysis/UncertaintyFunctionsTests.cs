using Cambrian.Numerics.Analysis;
using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Tests.Analysis;

public sealed class UncertaintyFunctionsTests
{
    private static Work Plenty => new(10_000_000_000);

    [Fact]
    public void The_coefficients_of_2017_give_their_published_bound() =>
        // Gonçalves, Oliveira e Silva and Steinerberger, as quoted in Novikov et al. 2025, B.4: 0.3523 after rounding.
        Assert.Equal(0.3523, UncertaintyFunctions.Bound([-113.0 / 100, 1.0 / 25, 1.0 / 3240]), 5e-5);

    [Fact]
    public void Three_coefficients_can_do_no_better_than_those_found_by_search() =>
        // Novikov et al. 2025, B.4, recomputed: 0.3520991044.
        Assert.Equal(0.3520991044, UncertaintyFunctions.Bound(UncertaintyFunctions.Lowest(3, 1e-10, Plenty)), 5e-9);

    [Fact]
    public void Twelve_coefficients_beat_the_bound_of_2019() =>
        // Cohn and Gonçalves 2019, Table 2: 0.572990² = 0.3284.
        Assert.InRange(UncertaintyFunctions.Bound(UncertaintyFunctions.Lowest(12, 1e-6, Plenty)), 0.3283, 0.572990 * 0.572990);

    [Fact]
    public void Below_the_lowest_bound_there_is_no_function()
    {
        Assert.Empty(UncertaintyFunctions.Within(3, 0.3520, Plenty));
        Assert.NotEmpty(UncertaintyFunctions.Within(3, 0.3522, Plenty));
    }

    [Fact]
    public void Without_work_there_is_no_function() => Assert.Empty(UncertaintyFunctions.Lowest(5, 1e-3, new Work(0)));

    [Fact]
    public void What_is_no_function_has_no_bound()
    {
        Assert.Equal(double.PositiveInfinity, UncertaintyFunctions.Bound([]));
        Assert.Equal(double.PositiveInfinity, UncertaintyFunctions.Bound([1, double.NaN]));
        double[] some = UncertaintyFunctions.Scatter(3, 1);
        Assert.Same(some, UncertaintyFunctions.Better(some, [double.NaN]));
    }
}
