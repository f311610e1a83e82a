using Cambrian.Chips.Costs;

namespace Cambrian.Chips.Tests.Costs;

/// <summary>Values of TILOS's evaluator for the shipped placements (data/chips/README.md).</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("ariane133_NanGate45", "initial", 0.049722135034, 0.606734845514, 0.715673448532, 0.710926282057)]
    [InlineData("ariane133_NanGate45", "legalized", 0.073568223605, 0.498817906244, 0.725914889902, 0.685934621679)]
    [InlineData("ariane136_NanGate45", "initial", 0.047829975396, 0.608265878517, 0.715568631275, 0.709747230292)]
    [InlineData("ariane136_NanGate45", "legalized", 0.069699836177, 0.498800630036, 0.727617244928, 0.682908773660)]
    [InlineData("mempool_tile_NanGate45", "initial", 0.052787101571, 1.086696379796, 0.729755709227, 0.961013146082)]
    [InlineData("nvdla_NanGate45", "initial", 0.049182073479, 0.670624036774, 0.744732513617, 0.756860348675)]
    [InlineData("nvdla_NanGate45", "legalized", 0.091900916715, 0.500013530821, 0.770133030521, 0.726974197386)]
    [InlineData("nvdla_ASAP7", "initial", 0.055802431931, 0.738497198948, 0.920818857697, 0.885460460254)]
    [InlineData("nvdla_ASAP7", "legalized", 0.114695178591, 0.499481687158, 1.110657132822, 0.919764588580)]
    [InlineData("ariane133_SKY130HD", "initial", 0.044396681445, 0.619835467257, 0.704847417010, 0.706738123579)]
    [InlineData("ariane133_SKY130HD", "legalized", 0.062764535291, 0.500027319915, 0.708081971574, 0.666819181035)]
    public void The_cost_of_a_shipped_placement_is_that_of_the_open_evaluator(string name, string file, double wirelength, double density, double congestion, double proxy)
    {
        var cost = CostEvaluator.Evaluate(Cases.Netlist(name), Cases.Placement(name, file));
        AssertNear(wirelength, cost.Wirelength);
        AssertNear(density, cost.Density);
        AssertNear(congestion, cost.Congestion);
        AssertNear(proxy, cost.Proxy);
    }

    // The published values have twelve decimals; this is all of them.
    private static void AssertNear(double expected, double actual) => Assert.InRange(actual, expected - 6e-13, expected + 6e-13);
}
