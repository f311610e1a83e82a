using System.Text.Json;
using Cambrian.Tests.Constructions;

namespace Cambrian.Tests.Commands;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public VerifyCommandTests() => SumsProblem.WriteTo(_scratch);

    [Fact]
    public async Task A_valid_construction_is_compared_with_published_values()
    {
        _scratch.Write("theirs.json", """{ "what": "digits", "digits": [[9], [1, 2]] }""");

        var (code, output, error) = await _scratch.TypeAsync("verify", "sums", "theirs.json");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            [
                "sums: three digits with a large sum",
                "evaluator        12 sum",
                "second verifier  12 sum",
                "beats            before AlphaEvolve, 3 (old book)",
                "equals           AlphaEvolve, 12 (new paper)",
                "falls short of   best in print, 26 (newer | paper)",
                "does not count: three digits have no such sum somebody, 28 (a claim)",
                "valid by both",
            ],
            output.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task With_json_the_answer_is_one_line()
    {
        _scratch.Write("theirs.json", "[9, 9, 9]");

        var (code, output, _) = await _scratch.TypeAsync("verify", "problems/sums", "theirs.json", "--json");

        Assert.Equal(0, code);
        var answer = JsonDocument.Parse(Assert.Single(output.TrimEnd().Split('\n'))).RootElement;
        Assert.Equal((true, 27.0, 27.0), (answer.GetProperty("valid").GetBoolean(), answer.GetProperty("score").GetDouble(), answer.GetProperty("check").GetDouble()));
        Assert.Equal(["beats", "beats", "beats"], answer.GetProperty("published").EnumerateArray().Select(known => known.GetProperty("verdict").GetString()));
    }

    [Theory]
    [InlineData("[1, 2]", "rejects it: 2 numbers were given; expected 3.", "not valid")]
    [InlineData("[1, 2, 10]", "rejects it: A number is out of range.", "not valid")]
    [InlineData("[1, 7, 1]", "the evaluator gives 9, the second verifier 2", "one of them is wrong")]
    public async Task What_is_not_valid_ends_with_exit_code_9_and_the_reason(string construction, string reason, string verdict)
    {
        _scratch.Write("theirs.json", construction);

        var (code, output, _) = await _scratch.TypeAsync("verify", "sums", "theirs.json");

        Assert.Equal(9, code);
        Assert.Contains(reason, output, StringComparison.Ordinal);
        Assert.Contains(verdict, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sums", "nowhere.json", "", 2, "There is no file 'nowhere.json'")]
    [InlineData("summs", "theirs.json", "[1]", 3, "Did you mean 'sums'?")]
    [InlineData("sums", "theirs.json", "not JSON", 2, "'theirs.json' holds no construction of sums: this is not well-formed JSON")]
    [InlineData("sums", "theirs.json", """{"a": [1], "b": [2]}""", 2, "the object has 2 arrays")]
    [InlineData("sums", "theirs.json", "[1, 2.5, 3]", 2, "[1] is 2.5; expected a whole number")]
    public async Task What_cannot_be_verified_is_said_with_what_to_do(string problem, string file, string text, int expectedCode, string expected)
    {
        _scratch.Write("theirs.json", text);

        var (code, output, error) = await _scratch.TypeAsync("verify", problem, file);

        Assert.Equal((expectedCode, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();
}
