using System.Text.Json;
using Cambrian.Tests.Constructions;

namespace Cambrian.Tests.Commands;

public sealed class ConstructionOfRunTests : IDisposable
{
    private const string Kept = "results/alphaevolve/sums.json";
    private readonly Scratch _scratch = new();

    public ConstructionOfRunTests() => SumsProblem.WriteTo(_scratch);

    [Fact]
    public async Task The_winners_construction_leaves_a_run_with_its_origin_and_verifies()
    {
        await RunAsync("--out", "runs/one");

        var (code, output, error) = await _scratch.TypeAsync("best", "runs/one", "--construction");

        Assert.Equal((0, ""), (code, error));
        var kept = Read(Kept);
        Assert.Equal($"{Kept}: {kept.GetProperty("score").GetDouble():R}\n", output);
        Assert.Equal(
            ("sums", "cambrian run sums --seed 3 --steps 4", 3, "scratch"),
            (kept.GetProperty("problem").GetString(), kept.GetProperty("command").GetString(), kept.GetProperty("seed").GetInt32(), kept.GetProperty("from").GetString()));
        Assert.Equal(3, kept.GetProperty("construction").GetArrayLength());
        Assert.Equal(0, (await _scratch.TypeAsync("verify", "sums", Kept)).Code);
    }

    [Fact]
    public async Task A_file_is_replaced_by_what_is_better_only()
    {
        await RunAsync("--out", "runs/one");
        _scratch.Write("mine.json", "[9, 9, 9]");
        _scratch.Write("broken.json", "[9, 9, 99]");

        var (code, output, _) = await _scratch.TypeAsync("best", "runs/one", "--construction", "mine.json");
        await _scratch.TypeAsync("best", "runs/one", "--construction", "broken.json");

        Assert.Equal(0, code);
        Assert.StartsWith("mine.json: keeps 27; this run's", output, StringComparison.Ordinal);
        Assert.Equal("[9, 9, 9]", await File.ReadAllTextAsync(_scratch["mine.json"], TestContext.Current.CancellationToken));
        Assert.Equal("scratch", Read("broken.json").GetProperty("from").GetString());
    }

    [Fact]
    public async Task A_run_may_start_from_a_construction_and_says_so()
    {
        _scratch.Write("start.json", """{ "problem": "sums", "score": 24, "command": "by hand", "seed": 5, "cpuSeconds": 100, "from": "scratch", "construction": [8, 8, 8] }""");
        await RunAsync("--out", "runs/chain", "--start", "start.json");

        await _scratch.TypeAsync("best", "runs/chain", "--construction");

        var kept = Read(Kept);
        Assert.Equal(("chain", "cambrian run sums --start start.json --seed 3 --steps 4"), (kept.GetProperty("from").GetString(), kept.GetProperty("command").GetString()));
        Assert.True(kept.GetProperty("score").GetDouble() >= 24);
        Assert.True(kept.GetProperty("cpuSeconds").GetDouble() >= 100);
        Assert.Equal(("start.json", "by hand", 24.0), (kept.GetProperty("start").GetProperty("file").GetString(), kept.GetProperty("start").GetProperty("command").GetString(), kept.GetProperty("start").GetProperty("score").GetDouble()));
        Assert.False(File.Exists(_scratch["problems/sums/data/start.json"]));
    }

    [Theory]
    [InlineData("sums", "[9, 9, 10]", 9, "which is not valid")]
    [InlineData("sums", "[9, true]", 2, "holds no construction of sums")]
    [InlineData("circle-packing", """[[0.5, 0.5, 0.5]]""", 9, "which is not valid")]
    public async Task A_start_that_is_none_begins_no_run(string problem, string start, int expectedCode, string expected)
    {
        _scratch.Write("start.json", start);

        var (code, _, error) = await _scratch.TypeAsync("run", problem, "--start", "start.json", "--steps", "2");

        Assert.Equal(expectedCode, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_scratch["runs"]));
    }

    [Fact]
    public async Task A_problem_whose_programs_take_no_start_says_so()
    {
        var packing = Path.Combine(Repository.Root, "test", "Cambrian.Algorithms.Tests", "Constructions", "alphaevolve", "circles_26.json");

        var (code, _, error) = await _scratch.TypeAsync("run", "circle-packing", "--start", packing, "--steps", "2");

        Assert.Equal(3, code);
        Assert.Contains("take no construction to start from", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_shows_what_the_winner_makes()
    {
        await RunAsync("--out", "runs/one");

        var (code, _, error) = await _scratch.TypeAsync("report", "runs/one");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("src=\"data:image/svg+xml;base64,", await File.ReadAllTextAsync(_scratch["runs/one/report.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_a_folder_that_extends_another_does_not_need_that_one_any_more()
    {
        _scratch.Write("problems/sums-4/problem.json", """{ "extends": "../sums", "title": "four digits" }""");
        _scratch.Write("problems/sums-4/data/case.json", """{ "size": [4] }""");
        var (code, _, error) = await _scratch.TypeAsync("run", "sums-4", "--steps", "2", "--out", "runs/four");
        Assert.True(code == 0, error);
        Directory.Delete(_scratch["problems"], recursive: true);

        Assert.Equal(0, (await _scratch.TypeAsync("resume", "runs/four", "--steps", "3")).Code);
        await _scratch.TypeAsync("best", "runs/four", "--construction", "four.json");

        Assert.Equal(4, Read("four.json").GetProperty("construction").GetArrayLength());
    }

    [Theory]
    [InlineData("../nowhere", "'extends' is '../nowhere'")]
    [InlineData("../sums-4", "'extends' leads back to")]
    public async Task A_check_says_what_is_wrong_with_what_a_folder_extends(string link, string expected)
    {
        _scratch.Write("problems/sums-4/problem.json", $$"""{ "extends": "{{link}}", "title": "four digits" }""");

        var (code, _, error) = await _scratch.TypeAsync("check", "sums-4");

        Assert.Equal(3, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private async Task RunAsync(params string[] options)
    {
        var (code, _, error) = await _scratch.TypeAsync(["run", "sums", "--seed", "3", "--steps", "4", .. options]);
        Assert.True(code == 0, error);
    }

    private JsonElement Read(string path) => JsonDocument.Parse(File.ReadAllText(_scratch[path])).RootElement;
}
