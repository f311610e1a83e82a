using Cambrian.Chips.Netlists;
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
    public void The_share_of_a_design_follows_from_sizes_alone(string name, double share) =>
        Assert.Equal(share, FullCells.Share(Cases.Netlist(name), Cases.Placement(name).Canvas), 0.005);

    [Fact]
    public void Hard_macros_at_random_places_fill_as_many_cells_on_average_and_soft_ones_count_for_nothing()
    {
        // Cells are 10 by 10, and the density term is a mean of 8 of them.
        var chip = SmallChip.Of([(NodeKind.HardMacro, 24, 17), (NodeKind.SoftMacro, 60, 60), (NodeKind.HardMacro, 9, 70)]);
        var random = new Random(3);
        var full = Enumerable.Range(0, 20_000).Average(_ => (Full(random.NextDouble(), 2.4) * Full(random.NextDouble(), 1.7)) + (Full(random.NextDouble(), 0.9) * Full(random.NextDouble(), 7)));

        Assert.Equal(full / 8, FullCells.Share(chip, SmallChip.Canvas), 0.003);
    }

    [Fact]
    public void A_grid_of_fewer_than_ten_cells_has_no_fullest_tenth() =>
        Assert.Equal(0, FullCells.Share(SmallChip.Of([(NodeKind.HardMacro, 90, 70)]), SmallChip.Canvas with { Columns = 3, Rows = 3 }));

    // Unit cells between an edge and the other, length away.
    private static double Full(double edge, double length) => Math.Max(0, Math.Floor(edge + length) - Math.Ceiling(edge));
}
