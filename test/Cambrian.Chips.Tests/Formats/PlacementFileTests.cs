using Cambrian.Chips.Costs;
using Cambrian.Chips.Formats;
using Cambrian.Chips.Netlists;
using CsCheck;

namespace Cambrian.Chips.Tests.Formats;

public sealed class PlacementFileTests
{
    private const string Name = "ariane133_NanGate45";
    private static readonly string Given = Written(Cases.Placement(Name));

    [Fact]
    public void Any_placement_is_read_back_bit_by_bit() => Gen.Double[-1e4, 1e4].Array[64].Sample(numbers =>
    {
        var placement = Cases.Placement(Name);
        numbers.CopyTo(placement.X, 500);
        numbers.CopyTo(placement.Y, 700);
        placement.Fixed[600] = true;
        var again = Read(Written(placement));
        Assert.Equal(placement.X, again.X);
        Assert.Equal(placement.Y, again.Y);
        Assert.Equal(placement.Fixed, again.Fixed);
        Assert.Equal(placement.Orientations, again.Orientations);
        Assert.Equal(placement.Canvas, again.Canvas);
    }, iter: 20);

    [Fact]
    public void A_packed_file_is_read_back_too()
    {
        var path = Path.Combine(Path.GetTempPath(), $"cambrian-{Guid.NewGuid():N}.plc.gz");
        try
        {
            PlacementWriter.Write(path, Cases.Netlist(Name), Cases.Placement(Name), default);
            Assert.Equal(Cases.Placement(Name).X, PlacementReader.Read(path, Cases.Netlist(Name)).X);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("# Columns : 24", "# Colums : 24", "the header has no 'Columns'")]
    [InlineData("Rows : 21", "Rows : 2.5", "'Rows' in the header is 2.5; expected a whole number")]
    [InlineData("# Width : 1433.406", "# Width : 14x", "'Width' is '14x'; expected a number")]
    [InlineData("\n0 ", "\n1 2 3 N\n0 ", "4 fields; expected 5: index, x, y, orientation, fixed")]
    [InlineData("\n0 ", "\n1000000 1 1 N 0\n0 ", "index '1000000' is no port or macro")]
    [InlineData("\n0 ", "\n0 1 1 - 1\n0 ", "index 0 ('clk_i') was placed on line")]
    [InlineData(" N 0\n", " Q 0\n", "field 'orientation' is 'Q'")]
    [InlineData(" N 0\n", " N 2\n", "field 'fixed' is '2'; expected 0 or 1")]
    [InlineData("\n0 0.035 ", "\n0 NaN ", "field 'x' is 'NaN'; expected microns")]
    public void A_malformed_placement_is_refused_with_its_line_and_field(string from, string to, string complaint)
    {
        var place = Given.IndexOf(from, StringComparison.Ordinal);
        Assert.True(place >= 0, "the text to spoil is not there");
        var fault = Assert.Throws<ChipFormatException>(() => Read(Given[..place] + to + Given[(place + from.Length)..]));
        Assert.Contains(complaint, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_placement_of_another_netlist_is_refused()
    {
        var fault = Assert.Throws<ChipFormatException>(() => PlacementReader.Read(new StringReader(Given), "other.plc", Cases.Netlist("nvdla_ASAP7")));
        Assert.Contains("another netlist", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_placement_that_is_cut_off_is_refused()
    {
        var fault = Assert.Throws<ChipFormatException>(() => Read(Given[..Given.LastIndexOf('\n', Given.Length - 200)]));
        Assert.Contains("no line for node", fault.Message, StringComparison.Ordinal);
    }

    private static Placement Read(string text) => PlacementReader.Read(new StringReader(text), "placement", Cases.Netlist(Name));

    private static string Written(Placement placement)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        PlacementWriter.Write(writer, Cases.Netlist(Name), placement, new ProxyCost(0.1, 0.2, 0.3));
        return writer.ToString();
    }
}
