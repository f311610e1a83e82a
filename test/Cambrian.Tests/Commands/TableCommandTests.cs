using System.Text.Json;
using Cambrian.Tests.Constructions;

namespace Cambrian.Tests.Commands;

public sealed class TableCommandTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public TableCommandTests() => SumsProblem.WriteTo(_scratch);

    [Fact]
    public async Task A_row_without_a_result_has_none()
    {
        var (code, output, error) = await _scratch.TypeAsync("table", "alphaevolve", "--rows", "sums", "--json");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal("""{"rows":[{"problem":"sums","cambrian":null,"alphaevolve":12,"best_in_print":26,"beats_or_equals_alphaevolve":null,"cpu_seconds":null,"seed":null}]}""", output.TrimEnd());
    }

    [Fact]
    public async Task What_is_in_results_is_verified_again_and_compared()
    {
        Keep("[9, 9, 9]", score: 27);

        var (code, output, _) = await _scratch.TypeAsync("table", "alphaevolve", "--rows", "sums", "--json");
        var (_, text, _) = await _scratch.TypeAsync("table", "alphaevolve", "--rows", "sums");

        Assert.Equal(0, code);
        Assert.Equal("""{"rows":[{"problem":"sums","cambrian":27,"alphaevolve":12,"best_in_print":26,"beats_or_equals_alphaevolve":true,"cpu_seconds":1.5,"seed":7}]}""", output.TrimEnd());
        Assert.Contains("1 of 1 rows equal or beat AlphaEvolve's value", text, StringComparison.Ordinal);
        Assert.Contains("sums: best in print 26, newer | paper; Cambrian beats it", text, StringComparison.Ordinal);
        Assert.Contains("† somebody 28 (a claim) does not count: three digits have no such sum", text, StringComparison.Ordinal);
        Assert.Contains("both verifiers", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_does_not_verify_is_refused_whatever_it_claims()
    {
        Keep("[9, 9, 10]", score: 28);

        var (code, output, _) = await _scratch.TypeAsync("table", "alphaevolve", "--rows", "sums");

        Assert.Equal(9, code);
        Assert.Contains("refused: A number is out of range.", output, StringComparison.Ordinal);
        Assert.Contains("0 of 1 rows", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_and_a_page_with_pictures_are_written()
    {
        Keep("[3, 3, 3]", score: 9);

        var (code, _, _) = await _scratch.TypeAsync("table", "alphaevolve", "--rows", "sums", "--html", "out/table.html", "--markdown", "out/table.md");

        Assert.Equal(0, code);
        var markdown = await File.ReadAllTextAsync(_scratch["out/table.md"], TestContext.Current.CancellationToken);
        Assert.Contains("| sums ↑ | 3 | 12 | 26 | 9 | short | 1.5 | 7 | scratch | both verifiers |", markdown, StringComparison.Ordinal);
        Assert.Contains("newer \\| paper", markdown, StringComparison.Ordinal);
        Assert.Contains("data:image/svg+xml;base64,", await File.ReadAllTextAsync(_scratch["out/table.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_budget_the_rows_are_run_and_what_is_found_is_kept()
    {
        var (code, output, error) = await _scratch.TypeAsync("table", "alphaevolve", "--rows", "sums", "--steps", "4", "--json");

        Assert.True(code == 0, error);
        Assert.True(File.Exists(_scratch["results/alphaevolve/sums.json"]));
        var row = JsonDocument.Parse(Assert.Single(output.TrimEnd().Split('\n'))).RootElement.GetProperty("rows")[0];
        Assert.True(row.GetProperty("cambrian").GetDouble() >= 4);
        Assert.True(row.GetProperty("cpu_seconds").GetDouble() > 0);
        Assert.Equal(1, row.GetProperty("seed").GetInt32());
    }

    [Theory]
    [InlineData("There is no table 'alphaevolv'; expected one that a problem names in 'tables': alphaevolve. Did you mean 'alphaevolve'?", "alphaevolv")]
    [InlineData("The table alphaevolve has no row 'sum'", "alphaevolve", "--rows", "sum")]
    [InlineData("--time was 'soon'", "alphaevolve", "--time", "soon")]
    public async Task What_is_not_there_is_named(string expected, params string[] words)
    {
        var (code, _, error) = await _scratch.TypeAsync(["table", .. words]);

        Assert.Equal(2, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private void Keep(string construction, int score) => _scratch.Write(
        "results/alphaevolve/sums.json",
        $$"""{ "problem": "sums", "score": {{score}}, "command": "cambrian run sums --seed 7 --steps 9", "seed": 7, "cpuSeconds": 1.5, "from": "scratch", "construction": {{construction}} }""");
}
