using Cambrian.Constructions;
using Cambrian.Core;

namespace Cambrian.Tests.Constructions;

public sealed class ConstructionFileTests
{
    private static readonly ConstructionFile Example = new()
    {
        Problem = "sums",
        Score = 0.1 + 0.2,
        Command = "cambrian run 'my sums' --seed 3",
        Seed = 3,
        CpuSeconds = 1.23,
        Construction = "[0.1,-0.30000000000000004,5E-324]",
    };

    [Fact]
    public void A_file_is_read_as_it_was_written() => Assert.Equal(Example, ConstructionFile.Parse(Example.ToJson()));

    [Fact]
    public void A_chain_is_read_with_its_start()
    {
        var chain = Example with { Start = new StartRecord("a b.json", "00ff", 2.5, CpuSeconds: null, "cambrian run sums") };

        Assert.Equal(chain, ConstructionFile.Parse(chain.ToJson()));
        Assert.Contains("\"from\": \"chain\"", chain.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1, 2]")]
    [InlineData("not JSON")]
    [InlineData("""{"construction": [1]}""")]
    [InlineData("""{"problem": 3, "score": "x", "command": "", "seed": 1, "cpuSeconds": 0, "construction": [1]}""")]
    public void What_somebody_else_wrote_is_none(string text) => Assert.Null(ConstructionFile.Parse(text));

    [Theory]
    [InlineData(Direction.Maximise, 1.0, 1.0 - 1e-10, Comparison.Equal)]
    [InlineData(Direction.Maximise, 1.0, 1.0 + 1e-8, Comparison.Worse)]
    [InlineData(Direction.Minimise, 1.0, 1.0 + 1e-8, Comparison.Better)]
    [InlineData(Direction.Minimise, 12.8892299077, 12.889229907, Comparison.Equal)]
    [InlineData(Direction.Minimise, double.NaN, 1.0, Comparison.Worse)]
    internal void Rounding_is_neither_better_nor_worse(Direction direction, double own, double published, Comparison expected) =>
        Assert.Equal(expected, Published.Compare(direction, own, published));
}
