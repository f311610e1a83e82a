using Cambrian.Chips.Formats;
using Cambrian.Chips.Gates;
using Cambrian.Chips.Gates.Bookshelf;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Tests.Gates;

public sealed class BookshelfTests
{
    private const string Aux = "RowBasedPlacement : a.nodes a.nets a.wts a.pl a.scl";

    private static readonly Dictionary<string, string> Files = new()
    {
        ["a.scl"] = """
            UCLA scl 1.0
            NumRows : 2
            CoreRow Horizontal
              Coordinate : 10
              Height : 5
              Sitewidth : 1
              Sitespacing : 2
              SubrowOrigin : 20 NumSites : 50
            End
            CoreRow Horizontal
              Coordinate : 15
              Height : 5
              Sitespacing : 2
              SubrowOrigin : 20 NumSites : 50
            End
            """,
        ["a.nodes"] = """
            UCLA nodes 1.0
            # a comment
            NumNodes : 4
            NumTerminals : 1
              c1 2 5
              c2 3 5
              big 20 10
              pad 1 1 terminal
            """,
        ["a.pl"] = """
            UCLA pl 1.0
            c1 20 10 : N
            c2 30 15 : FN
            big 40 10 : N /FIXED
            pad 18 12 : N /FIXED
            """,
        ["a.nets"] = """
            UCLA nets 1.0
            NumNets : 2
            NumPins : 5
            NetDegree : 3 n0
              c1 I : 0.5 1
              big O : -3 2
              c2 I : 1 0
            NetDegree : 2
              pad I
              c1 O : 0 0
            """,
    };

    [Fact]
    public void A_design_of_cells_a_block_and_a_pad_is_read()
    {
        var design = Read("", "", "");
        Assert.Equal("a", design.Name);
        Assert.Equal([NodeKind.SoftMacro, NodeKind.SoftMacro, NodeKind.HardMacro, NodeKind.Port], design.Netlist.Kinds);
        Assert.Equal((100, 10), (design.Placement.Canvas.Width, design.Placement.Canvas.Height));
        Assert.Equal([1, 11.5, 30, -2], design.Placement.X);
        Assert.Equal([2.5, 7.5, 5, 2], design.Placement.Y);
        Assert.Equal([false, false, true, true], design.Placement.Fixed);
        Assert.Equal([0, 3, 5], design.Netlist.NetStarts);
        Assert.Equal([2, 0, 1, 0, 3], design.Netlist.PinNodes);
        Assert.Equal([-3, 0.5, -1, 0, 0], design.Netlist.PinX);
    }

    [Theory]
    [InlineData("a.nodes", "NumNodes : 4", "NumNodes : 5", "a.nodes, line 8: NumNodes says 5 but there are 4.")]
    [InlineData("a.nodes", "c1 2 5", "c1 2", "a.nodes, line 5: the line ends before field 'height'; expected a number.")]
    [InlineData("a.nodes", "c1 2 5", "c2 2 5", "a.nodes, line 6: node 'c2' is defined twice; expected one definition.")]
    [InlineData("a.nodes", "c1 2 5", "c1 -2 5", "a.nodes, line 5: node 'c1' has width -2; expected 0 or more.")]
    [InlineData("a.pl", "c1 20 10", "c9 20 10", "a.pl, line 2: node 'c9' is not defined in the .nodes file.")]
    [InlineData("a.pl", "c1 20 10", "c1 20 x", "a.pl, line 2: field 'y' is 'x'; expected a number.")]
    [InlineData("a.nets", "NetDegree : 3", "NetDegree : 4", "a.nets, line 8: the net before this line has 1 pins fewer than its NetDegree says.")]
    [InlineData("a.nets", "NumNets : 2", "NumNets : 3", "a.nets, line 10: NumNets says 3 but there are 2.")]
    [InlineData("a.nets", "pad I", "rad I", "a.nets, line 9: node 'rad' is not defined in the .nodes file.")]
    [InlineData("a.scl", "NumSites", "Sites", "a.scl, line 8: found 'Sites'; expected 'NumSites'.")]
    public void A_malformed_file_is_refused_with_line_and_field(string file, string right, string wrong, string complaint) =>
        Assert.Equal(complaint, Assert.Throws<ChipFormatException>(() => Read(file, right, wrong)).Message);

    [Fact]
    public void A_file_that_is_not_named_is_missed() =>
        Assert.StartsWith("a.aux: no .scl file is named", Assert.Throws<ChipFormatException>(() => BookshelfReader.Read("RowBasedPlacement : a.nodes", "a.aux", _ => new StringReader(""))).Message, StringComparison.Ordinal);

    private static Design Read(string file, string right, string wrong) =>
        BookshelfReader.Read(Aux, "a.aux", name => new StringReader(name == file ? Files[name].Replace(right, wrong, StringComparison.Ordinal) : Files[name]));
}
