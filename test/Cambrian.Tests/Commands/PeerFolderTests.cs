using System.Text.Json;

namespace Cambrian.Tests.Commands;

public sealed class PeerFolderTests : IDisposable
{
    private const string Evaluator = """
        import runpy
        from beside import target
        def evaluate(program_path):
            print('evaluating', program_path)
            return {'combined_score': -abs(runpy.run_path(program_path)['solve']() - target)}
        """;

    private readonly Scratch _scratch = new();

    public PeerFolderTests()
    {
        _scratch.Write("peer/initial_program.py", "# EVOLVE-BLOCK-START\ndef solve():\n    return 0.5\n# EVOLVE-BLOCK-END\n");
        _scratch.Write("peer/evaluator.py", Evaluator);
        _scratch.Write("peer/config.yaml", "max_iterations: 5\nevaluator: {timeout: 10}\n");
        _scratch.Write("library/beside.py", "target = 3");
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_peers_folder_is_checked_run_resumed_and_shown_as_any_other()
    {
        var (code, checkedText, error) = await _scratch.TypeAsync("check", "peer", "--also", "library");
        Assert.True(code == 0, error + checkedText);
        Assert.Contains("a folder of OpenEvolve", checkedText, StringComparison.Ordinal);
        Assert.Contains("config.yaml: without a meaning here, and ignored: max_iterations", checkedText, StringComparison.Ordinal);
        Assert.Contains("the seed scores -2.5 ", checkedText, StringComparison.Ordinal);

        (code, var output, error) = await _scratch.TypeAsync("run", "peer", "--also", "library", "--steps", "60", "--out", "run", "--json");
        Assert.True(code == 0, error);
        Assert.Contains("evaluator.py needs Python", error, StringComparison.Ordinal);
        Assert.True(Best(output) > -2.5, output);
        Assert.Equal(3, Directory.GetFileSystemEntries(_scratch["peer"]).Length);

        (code, var resumed, error) = await _scratch.TypeAsync("resume", "run", "--steps", "90", "--json");
        Assert.True(code == 0, error);
        Assert.True(Best(resumed) >= Best(output), resumed);

        (code, var shown, _) = await _scratch.TypeAsync("show", "run");
        Assert.Equal(0, code);
        Assert.Contains("scored in the candidate's process", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_in_one_line_before_anything_runs()
    {
        var (code, _, error) = await _scratch.TypeAsync("run", "peer", "--steps", "5");

        Assert.Equal(3, code);
        Assert.Contains("The evaluator needs Python with beside, but Python", error, StringComparison.Ordinal);
        Assert.Contains("lacks beside: pip install beside.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_beside_that_does_not_exist_is_named()
    {
        var (code, _, error) = await _scratch.TypeAsync("run", "peer", "--also", "nowhere");

        Assert.Equal(2, code);
        Assert.Contains("--also was 'nowhere'; expected a folder", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seed_that_its_evaluator_refuses_is_told_with_the_evaluators_reason()
    {
        _scratch.Write("peer/initial_program.py", "def solve(): return missing");

        var (code, _, error) = await _scratch.TypeAsync("run", "peer", "--also", "library", "--steps", "5");

        Assert.Equal(3, code);
        Assert.Contains("NameError: name 'missing' is not defined", error, StringComparison.Ordinal);
    }

    private static double Best(string output)
    {
        using var json = JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]);
        return json.RootElement.GetProperty("best").GetProperty("score").GetDouble();
    }
}
