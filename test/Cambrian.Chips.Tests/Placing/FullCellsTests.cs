using Cambrian.Chips.Placing;

namespace Cambrian.Chips.Tests.Placing;

public sealed class FullCellsTests
{
    // Counted apart: macros of nvdla_NanGate45 are 2.00 by 2.82 cells, 128 of them, and the density term is a mean of 140 cells. Those of nvdla_ASAP7 are narrower than a cell.
    [Theory]
    [InlineData("nvdla_NanGate45", 1.66)]
    [InlineData("ariane133_SKY130HD", 1.24)]
    [InlineData("mempool_tile_NanGate45", 0.91)]
    [InlineData("nvdla_ASAP7", 0)]
    public void Macros_fill_as_many_cells_as_their_sizes_leave_no_choice_about(string name, double share) =>
        Assert.Equal(share, FullCells.Share(Cases.Netlist(name), Cases.Placement(name).Canvas), 0.005);

    [Fact]
    public void Random_places_fill_as_many_cells_on_average()
    {
        var random = new Random(3);
        var (width, height) = (2.4, 1.7);
        var full = Enumerable.Range(0, 20_000).Average(_ => Full(random.NextDouble(), width) * Full(random.NextDouble(), height));

        Assert.Equal((width - 1) * (height - 1), full, 0.02);
    }

    // Unit cells between an edge and the other, length away.
    private static double Full(double edge, double length) => Math.Max(0, Math.Floor(edge + length) - Math.Ceiling(edge));
}
