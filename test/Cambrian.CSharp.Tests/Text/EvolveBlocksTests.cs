using Cambrian.Core;
using Cambrian.CSharp.Text;
using CsCheck;

namespace Cambrian.CSharp.Tests.Text;

public sealed class EvolveBlocksTests
{
    [Fact]
    public void A_block_is_what_stands_between_its_marker_lines() =>
        Assert.Equal(["b\nc\n", "e\n"], Blocks("a\n  # EVOLVE-BLOCK-START here\nb\nc\n# EVOLVE-BLOCK-END\nd\n// EVOLVE-BLOCK-START\ne\n// EVOLVE-BLOCK-END\nf"));

    [Fact]
    public void A_text_without_markers_is_one_block() => Assert.Equal(["a\nb"], Blocks("a\nb"));

    [Fact]
    public void An_empty_block_is_no_block() => Assert.Empty(Blocks("# EVOLVE-BLOCK-START\n# EVOLVE-BLOCK-END\nfixed"));

    [Fact]
    public void A_block_that_is_never_closed_reaches_to_the_end() => Assert.Equal(["b\nc"], Blocks("# EVOLVE-BLOCK-START\nb\nc"));

    [Fact]
    public void Markers_in_one_file_fix_the_others()
    {
        var artifact = new Artifact([KeyValuePair.Create("a.py", "x"), KeyValuePair.Create("b.py", "# EVOLVE-BLOCK-START\ny\n# EVOLVE-BLOCK-END\n")]);

        Assert.Equal(["b.py"], EvolveBlocks.Of(artifact).Keys);
    }

    [Fact]
    public void Without_markers_every_file_may_change() =>
        Assert.Equal(["a.py", "b.py"], EvolveBlocks.Of(new Artifact([KeyValuePair.Create("a.py", "x"), KeyValuePair.Create("b.py", "y")])).Keys);

    [Theory]
    [InlineData("a\n# EVOLVE-BLOCK-START\nb", "the block of line 2 is never closed")]
    [InlineData("# EVOLVE-BLOCK-START\n# EVOLVE-BLOCK-START\n# EVOLVE-BLOCK-END", "line 2 opens a block inside the one of line 1")]
    [InlineData("# EVOLVE-BLOCK-END\n", "line 1 closes a block that was not opened")]
    [InlineData("# EVOLVE-BLOCK-START EVOLVE-BLOCK-END\n", "line 1 has both markers")]
    public void A_fault_says_which_line_and_what_to_do(string text, string expected) =>
        Assert.StartsWith(expected, EvolveBlocks.Fault(text), StringComparison.Ordinal);

    [Fact]
    public void Blocks_never_hold_a_marker_whatever_the_text() =>
        Gen.Select(Gen.Bool, Gen.OneOf(Gen.Const("a\n"), Gen.Const("\n"), Gen.Const(""), Gen.Const("\tb\n  c\r\n")))
            .Select((block, content) => block ? $"x # EVOLVE-BLOCK-START y\n{content}  // EVOLVE-BLOCK-END\n" : content)
            .Array[1, 12]
            .Sample(
                parts =>
                {
                    var text = string.Concat(parts);
                    return EvolveBlocks.Fault(text) is null && Blocks(text).All(block => !block.Contains("EVOLVE-BLOCK", StringComparison.Ordinal));
                },
                threads: 1);

    private static string[] Blocks(string text) => [.. EvolveBlocks.Of(text).Select(span => text.Substring(span.Start, span.Length))];
}
