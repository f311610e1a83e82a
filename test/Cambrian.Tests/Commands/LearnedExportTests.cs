using Cambrian.Tests.Runs;

namespace Cambrian.Tests.Commands;

public sealed class LearnedExportTests : IDisposable
{
    private const string Score = "public override CaseScore Score(";
    private readonly Scratch _scratch = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public LearnedExportTests() => SmallAgents.Write(_scratch, "lines");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task What_the_winner_makes_of_its_training_cases_is_written_as_its_evaluator_lists_it()
    {
        var evaluator = await File.ReadAllTextAsync(_scratch["lines/evaluator.cs"], Token);
        _scratch.Write("lines/evaluator.cs", evaluator.Replace(
            Score, "public override string? Listing(Solve program, double[] problemCase) => problemCase[0] < 4 ? $\"// {program(0.0) * 0} at {problemCase[0]}\" : null;\n    " + Score, StringComparison.Ordinal));
        await _scratch.TypeAsync("run", "lines", "--steps", "4", "--out", "run");

        var (code, output, error) = await _scratch.TypeAsync("best", "run", "--learned", "learned");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal("learned/case-0.cs\nlearned/case-1.cs\nlearned/case-2.cs\n", output);
        Assert.Equal("// 0 at 2", await File.ReadAllTextAsync(_scratch["learned/case-1.cs"], Token));
    }

    [Fact]
    public async Task A_problem_that_lists_nothing_says_so_and_nothing_is_written()
    {
        await _scratch.TypeAsync("run", "lines", "--steps", "2", "--out", "run");

        var (code, _, error) = await _scratch.TypeAsync("best", "run", "--learned", "learned");

        Assert.NotEqual(0, code);
        Assert.Contains("lines has nothing to list", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_scratch["learned"]));
    }
}
