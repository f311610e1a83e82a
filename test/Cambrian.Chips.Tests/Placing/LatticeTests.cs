using Cambrian.Chips.Netlists;
using Cambrian.Chips.Placing;

namespace Cambrian.Chips.Tests.Placing;

public sealed class LatticeTests
{
    [Theory]
    [InlineData("ariane133_NanGate45")]
    [InlineData("nvdla_ASAP7")]
    public void Hard_macros_are_spread_without_touching(string name)
    {
        var (netlist, placement) = (Cases.Netlist(name), Cases.Placement(name));
        Lattice.Spread(netlist, placement, []);
        Assert.Equal(0, Legality.Overlaps(netlist, placement));
        var hard = netlist.Of(NodeKind.HardMacro).ToList();
        Assert.All(hard, node => Assert.InRange(placement.X[node], netlist.Widths[node] / 2, placement.Canvas.Width - (netlist.Widths[node] / 2)));
        Assert.Equal(hard.Count, hard.Select(node => (placement.X[node], placement.Y[node])).Distinct().Count());
    }
}
