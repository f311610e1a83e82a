using Cambrian.CSharp.Text;

namespace Cambrian.CSharp.Tests.Text;

public sealed class TextFileTests
{
    public static TheoryData<string> Paths { get; } = [.. TextSamples.All.Select(sample => sample.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Numbers_are_found_in_code_and_nowhere_else(string path)
    {
        var (_, text, numbers) = TextSamples.All.Single(sample => sample.Path == path);
        var file = new TextFile(path, text, EvolveBlocks.Of(text));

        Assert.Equal(numbers, file.NumberSpans().Select(span => file[span]));
    }

    [Fact]
    public void A_unit_holds_what_is_deeper_and_the_branches_that_cannot_stand_alone()
    {
        var file = new TextFile("a.py", TextSamples.Python, EvolveBlocks.Of(TextSamples.Python));
        var choice = file.Units.Single(unit => unit.Head.StartsWith("if ", StringComparison.Ordinal));

        Assert.EndsWith("scale *= 0.9\n", file[choice.Span], StringComparison.Ordinal);
        Assert.True(choice.IsMovable);
        Assert.False(file.Units.Single(unit => unit.Head.StartsWith("else", StringComparison.Ordinal)).IsMovable);
        Assert.False(file.Units.Single(unit => unit.Head.StartsWith("def", StringComparison.Ordinal)).IsMovable);
    }

    [Fact]
    public void A_unit_in_braces_ends_with_the_closing_one()
    {
        var file = new TextFile("a.rs", TextSamples.Rust, EvolveBlocks.Of(TextSamples.Rust));

        Assert.EndsWith("}\n    }\n", file[file.Units.Single(unit => unit.Head.StartsWith("for ", StringComparison.Ordinal)).Span], StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_line_of_a_suite_is_known()
    {
        var file = new TextFile("a.py", TextSamples.Python, EvolveBlocks.Of(TextSamples.Python));

        Assert.Equal(["scale = min(scale, 1e-3)", "scale *= 0.9"], file.Units.Where(unit => unit.IsOnlyChild && unit.IsMovable).Select(unit => unit.Head));
    }
}
