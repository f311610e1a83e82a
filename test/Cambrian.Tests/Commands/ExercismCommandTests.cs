using System.Text.Json;

namespace Cambrian.Tests.Commands;

public sealed class ExercismCommandTests
{
    private static readonly string Track = Path.Combine(Repository.Root, "test", "Cambrian.Agents.Tests", "Exercism", "track");

    [Fact]
    public async Task References_pass_and_one_line_says_so()
    {
        using var scratch = new Scratch();
        var (code, output, error) = await scratch.TypeAsync("exercism", Track, "--references");

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("stage 1: 2 of 2 exercises pass all tests (8 of 8 facts)\nall: 2 of 2 exercises pass all tests (8 of 8 facts), isolation L", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_is_named_and_json_is_the_only_output()
    {
        using var scratch = new Scratch();
        var (code, output, error) = await scratch.TypeAsync("exercism", Track, "--only", "even-sum", "--json");

        Assert.Equal(0, code);
        Assert.Contains("even-sum", error, StringComparison.Ordinal);
        Assert.Contains("stage 1: 0 of 1 exercises pass all tests (0 of 4 facts)", error, StringComparison.Ordinal);
        using var said = JsonDocument.Parse(output);
        Assert.Equal((1, 0, 4, 0), (Number(said, "tried"), Number(said, "passed"), Number(said, "facts"), Number(said, "facts_passed")));
        Assert.Equal("even-sum", said.RootElement.GetProperty("failed")[0].GetProperty("exercise").GetString());
    }

    [Theory]
    [InlineData("has no folder exercises/practice", ".")]
    [InlineData("The track has no exercise 'even-sun'. Did you mean 'even-sum'?", "", "--only", "even-sun")]
    public async Task What_is_not_there_is_named_with_what_to_do(string expected, string folder, params string[] options)
    {
        using var scratch = new Scratch();
        var (code, output, error) = await scratch.TypeAsync(["exercism", folder.Length == 0 ? Track : folder, .. options]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    private static int Number(JsonDocument document, string name) => document.RootElement.GetProperty(name).GetInt32();
}
