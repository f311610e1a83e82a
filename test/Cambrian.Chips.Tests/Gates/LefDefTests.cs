using Cambrian.Chips.Formats;
using Cambrian.Chips.Gates;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Tests.Gates;

public sealed class LefDefTests
{
    private const string Lef = """
        VERSION 5.8 ;
        BUSBITCHARS "[]" ;
        UNITS
          DATABASE MICRONS 2000 ;
        END UNITS
        SITE unit
          SIZE 0.5 BY 2 ;
        END unit
        LAYER M1
          TYPE ROUTING ; # a comment ; with a semicolon
        END M1
        MACRO INV
          CLASS CORE ;
          SIZE 1 BY 2 ;
          PIN A
            DIRECTION INPUT ;
            PORT
              LAYER M1 ;
                RECT 0 0 0.5 1 ;
            END
          END A
          PIN Y
            DIRECTION OUTPUT ;
            PORT
              LAYER M1 ;
                RECT MASK 1 0.75 1 0.75 1 ;
            END
          END Y
          OBS
            LAYER M1 ;
              RECT 0 0 1 2 ;
          END
        END INV
        MACRO RAM
          CLASS BLOCK ;
          SIZE 10 BY 4 ;
          ORIGIN 0 0 ;
          PIN D
            DIRECTION INPUT ;
            PORT
              LAYER M1 ;
                RECT 1 1 1 1 ;
            END
          END D
        END RAM
        END LIBRARY
        """;

    private const string Def = """
        VERSION 5.8 ;
        DESIGN tiny ;
        UNITS DISTANCE MICRONS 100 ;
        DIEAREA ( 0 0 ) ( 5000 4000 ) ;
        ROW r unit 0 0 N DO 10 BY 1 STEP 50 0 ;
        COMPONENTS 3 ;
          - u1 INV + PLACED ( 1000 1000 ) N ;
          - u2 INV + SOURCE TIMING + FIXED ( 2000 1000 ) FN ;
          - mem RAM + PLACED ( 3000 2000 ) W ;
        END COMPONENTS
        PINS 1 ;
          - in + NET n1 + DIRECTION INPUT
            + PORT + LAYER M1 ( -10 -10 ) ( 10 10 ) + FIXED ( 0 500 ) E ;
        END PINS
        SPECIALNETS 1 ;
          - VDD ( * VDD ) ;
        END SPECIALNETS
        NETS 3 ;
          - n1 ( u1 A ) ( PIN in ) + USE SIGNAL ;
          - n2 ( u2 A ) ( mem D ) ( u1 Y + SYNTHESIZED ) ;
          - n3 ( u2 Y ) ;
        END NETS
        END DESIGN
        """;

    [Fact]
    public void Components_pins_and_nets_become_nodes_and_nets()
    {
        var design = Read(Def);
        Assert.Equal("tiny", design.Name);
        Assert.Equal(["u1", "u2", "mem", "in"], design.Netlist.Names);
        Assert.Equal([NodeKind.SoftMacro, NodeKind.SoftMacro, NodeKind.HardMacro, NodeKind.Port], design.Netlist.Kinds);
        Assert.Equal((50, 40), (design.Placement.Canvas.Width, design.Placement.Canvas.Height));
        Assert.Equal([10.5, 20.5, 32, 0], design.Placement.X);
        Assert.Equal([11, 11, 25, 5], design.Placement.Y);
        Assert.Equal([false, true, false, true], design.Placement.Fixed);
    }

    [Fact]
    public void A_macro_on_its_side_is_as_wide_as_it_was_high() => Assert.Equal((4, 10), (Read(Def).Netlist.Widths[2], Read(Def).Netlist.Heights[2]));

    [Fact]
    public void The_driver_comes_first_and_a_net_of_one_pin_is_none()
    {
        var netlist = Read(Def).Netlist;
        Assert.Equal([0, 2, 5], netlist.NetStarts);
        Assert.Equal([3, 0, 0, 2, 1], netlist.PinNodes);
    }

    [Fact]
    public void Pins_are_where_the_library_has_them_and_turn_with_their_component()
    {
        var netlist = Read(Def).Netlist;

        // In: the port itself. u1 A: (0.25, 0.5) of 1 × 2. u1 Y: (0.75, 1). mem D: (1, 1) of 10 × 4, turned counter-clockwise. u2 A: mirrored.
        Assert.Equal([0, -0.25, 0.25, 1, 0.25], netlist.PinX);
        Assert.Equal([0, -0.5, 0, -4, -0.5], netlist.PinY);
    }

    [Fact]
    public void A_die_that_does_not_begin_at_zero_is_moved_there()
    {
        var design = Read(Def.Replace("( 0 0 ) ( 5000 4000 )", "( -1000 500 ) ( 4000 4500 )", StringComparison.Ordinal));
        Assert.Equal((20.5, 6), (design.Placement.X[0], design.Placement.Y[0]));
    }

    [Theory]
    [InlineData("COMPONENTS 3", "COMPONENTS 4", "line 10: COMPONENTS announces 4 items but holds 3.")]
    [InlineData("- u1 INV", "- u1 NAND", "line 7: component 'u1' is a 'NAND', which the library does not define.")]
    [InlineData("- u2 INV", "- u1 INV", "line 8: component 'u1' is defined twice; expected one definition.")]
    [InlineData("( 1000 1000 ) N", "( 1000 here ) N", "line 7: field 'y' is 'here'; expected a number.")]
    [InlineData("( 1000 1000 ) N", "( 1000 1000 ) NORTH", "line 7: field 'orientation' is 'NORTH'; expected one of N, FN, S, FS, E, FE, W, FW.")]
    [InlineData("( u1 A )", "( u9 A )", "line 19: a net connects component 'u9', which COMPONENTS does not define.")]
    [InlineData("( u1 A )", "( u1 Q )", "line 19: a net connects pin 'Q' of component 'u1', whose cell 'INV' has no such pin.")]
    [InlineData("( PIN in )", "( PIN out )", "line 19: a net connects PIN 'out', which PINS does not define.")]
    [InlineData("UNITS DISTANCE MICRONS 100 ;", "", "line 4: DIEAREA comes before UNITS DISTANCE MICRONS, without which its numbers mean nothing.")]
    [InlineData("( 5000 4000 )", "( 5000 0 )", "line 4: DIEAREA has 2 corners and measures 50 × 0 microns; expected two corners of a rectangle with an area.")]
    [InlineData("END DESIGN", "", "line 22: the file ends here; expected 'END DESIGN'. It may be cut off.")]
    [InlineData("END SPECIALNETS", "", "line 15: 'SPECIALNETS' begins here but no 'END SPECIALNETS' follows.")]
    public void A_malformed_design_is_refused_with_line_and_field(string right, string wrong, string complaint)
    {
        var broken = Assert.Throws<ChipFormatException>(() => Read(Def.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Equal($"tiny.def, {complaint}", broken.Message);
    }

    [Theory]
    [InlineData("SIZE 1 BY 2 ;", "SIZE 1 X 2 ;", "line 14: found 'X'; expected 'BY'.")]
    [InlineData("SIZE 1 BY 2 ;", "", "line 33: MACRO 'INV' has no SIZE; expected microns from 0.")]
    [InlineData("MACRO RAM", "MACRO INV", "line 45: found 'RAM'; expected 'INV'.")]
    [InlineData("PIN Y", "PIN A", "line 28: found 'Y'; expected 'A'.")]
    [InlineData("RECT 0 0 0.5 1", "RECT 0 0 0.5 ?", "line 19: field 'RECT, second y' is '?'; expected a number.")]
    [InlineData("END M1", "", "line 9: 'M1' begins here but no 'END M1' follows.")]
    public void A_malformed_library_is_refused_with_line_and_field(string right, string wrong, string complaint)
    {
        var broken = Assert.Throws<ChipFormatException>(() => LefReader.Read(new StringReader(Lef.Replace(right, wrong, StringComparison.Ordinal)), "tiny.lef"));
        Assert.Equal($"tiny.lef, {complaint}", broken.Message);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_and_never_hangs()
    {
        for (var length = 0; length < Def.Length - 5; length += 7)
        {
            Assert.Throws<ChipFormatException>(() => Read(Def[..length]));
        }
    }

    private static Design Read(string def) => DefReader.Read(new StringReader(def), "tiny.def", LefReader.Read(new StringReader(Lef), "tiny.lef"));
}
