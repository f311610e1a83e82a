using System.Text;
using Cambrian.Chips.Formats;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Tests.Formats;

public sealed class NetlistReaderTests
{
    private const string Small = """
        # a comment
        node { name: "__metadata__" attr { key: "soft_macro_area_bloating_ratio" value { f: 2.0 } } }
        node {
          name: "in" input: "m/a" input: "g/Pinput"
          attr { key: "side" value { placeholder: "LEFT" } } attr { key: "type" value { placeholder: "PORT" } }
          attr { key: "x" value { f: 0 } } attr { key: "y" value { f: 5 } }
        }
        node { name: "m" attr { key: "type" value { placeholder: "MACRO" } } attr { key: "width" value { f: 4 } } attr { key: "height" value { f: 2 } }
          attr { key: "x" value { f: 3 } } attr { key: "y" value { f: 3 } } attr { key: "orientation" value { placeholder: "S" } } }
        node { name: "m/a" attr { key: "type" value { placeholder: "MACRO_PIN" } } attr { key: "macro_name" value { placeholder: "m" } }
          attr { key: "x_offset" value { f: 1.5 } } attr { key: "y_offset" value { f: -0.5 } } }
        node { name: "g" attr { key: "type" value { placeholder: "macro" } } attr { key: "width" value { f: 1 } } attr { key: "height" value { f: 1 } } }
        node { name: "g/Pinput" attr { key: "type" value { placeholder: "macro_pin" } } attr { key: "macro_name" value { placeholder: "g" } }
          attr { key: "x_offset" value { f: 9 } } }
        node { name: "g/out" input: "m/a" attr { key: "type" value { placeholder: "macro_pin" } } attr { key: "macro_name" value { placeholder: "g" } }
          attr { key: "weight" value { f: 3 } } }
        """;

    [Fact]
    public void Nets_are_drivers_with_their_sinks_and_pins_are_turned_by_the_netlist()
    {
        var netlist = Read(Small);
        Assert.Equal(["in", "m", "g"], netlist.Names);
        Assert.Equal([NodeKind.Port, NodeKind.HardMacro, NodeKind.SoftMacro], netlist.Kinds);
        Assert.Equal([0, 1, 3], netlist.FileIndices);
        Assert.Equal([0, 3, 5], netlist.NetStarts);
        Assert.Equal([0, 1, 2, 2, 1], netlist.PinNodes);
        Assert.Equal([1, 3], netlist.NetWeights);
        Assert.Equal((-1.5, 0.5), (netlist.PinX[1], netlist.PinY[1]));
        Assert.Equal(0, netlist.PinX[2]);
    }

    [Fact]
    public void Tokens_may_straddle_any_two_reads()
    {
        using var drops = new Drops(Encoding.UTF8.GetBytes(Small));
        Assert.Equal(Read(Small).PinX, NetlistReader.Read(drops, "small").PinX);
    }

    [Theory]
    [InlineData("nodes { }", "line 1: found 'nodes'; expected 'node { … }'")]
    [InlineData("node { name: \"a\"", "ends inside the node that begins on line 1")]
    [InlineData("node {\n name: \"a }\n", "line 2: a text begins with a quote here but does not end")]
    [InlineData("node { attr { key: \"type\" value { placeholder: \"PORT\" } } }", "this node has no name")]
    [InlineData("node { name: \"a\" attr { key: \"type\" value { placeholder: \"BLOB\" } } }", "node 'a' has type 'BLOB'; expected PORT")]
    [InlineData("node { name: \"a\" attr { key: \"type\" value { placeholder: \"MACRO\" } } }", "macro 'a' has width none; expected microns")]
    [InlineData("node { name: \"a\" attr { key: \"x\" value { f: 1.2.3 } } }", "attribute 'x' is '1.2.3'; expected a finite number")]
    [InlineData("node { name: \"a\" attr { key: \"x\" value { f: nan } } }", "attribute 'x' is 'nan'; expected a finite number")]
    [InlineData("node { name: \"a\" colour: \"red\" }", "found 'colour'; expected 'name', 'input' or 'attr'")]
    [InlineData("node { name: \"a\" attr { key: \"type\" value { placeholder: \"PORT\" } } }\nnode { name: \"a\" }", "line 2: node 'a' is defined twice, first on line 1")]
    [InlineData("node { name: \"a\" input: \"b\" attr { key: \"type\" value { placeholder: \"PORT\" } } }", "input 'b' of node 'a' is not defined")]
    [InlineData("node { name: \"p\" attr { key: \"type\" value { placeholder: \"MACRO_PIN\" } } }", "pin 'p' has no attribute 'macro_name'")]
    [InlineData("", "holds no node")]
    public void A_malformed_netlist_is_refused_with_its_line_and_field(string text, string complaint)
    {
        var fault = Assert.Throws<ChipFormatException>(() => Read(text));
        Assert.Contains(complaint, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("netlist", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pin_of_an_unknown_macro_is_refused()
    {
        var fault = Assert.Throws<ChipFormatException>(() => Read(Small.Replace("placeholder: \"g\"", "placeholder: \"h\"", StringComparison.Ordinal)));
        Assert.Contains("pin 'g/Pinput' belongs to macro 'h', which the netlist does not define", fault.Message, StringComparison.Ordinal);
    }

    private static Netlist Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return NetlistReader.Read(stream, "netlist");
    }

    /// <summary>Gives three bytes at a time.</summary>
    private sealed class Drops(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(3, count));
    }
}
