namespace Cambrian.Tests.Runs.Inboxes;

/// <summary>A person hands programs to runs.</summary>
public sealed class InjectTests : IDisposable
{
    private readonly Scratch _scratch = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public InjectTests() => SquareProblem.Write(_scratch);

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task An_idea_is_measured_when_the_run_goes_on_recorded_as_human_and_measured_once()
    {
        await _scratch.TypeAsync("run", "square", "--steps", "3", "--out", "run");
        _scratch.Write("idea.cs", SquareProblem.Rule("x * x + 0.0"));

        var (code, output, error) = await _scratch.TypeAsync("inject", "run", "idea.cs", "--by", "ada");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("cambrian resume run", output, StringComparison.Ordinal);
        await _scratch.TypeAsync("resume", "run", "--steps", "6");
        await _scratch.TypeAsync("resume", "run", "--steps", "9");

        var steps = await _scratch.StepsAsync("run");
        var idea = Assert.Single(steps, step => step.Origin == "human/ada");
        Assert.Equal((true, 0), (idea.Verdict.Admitted, idea.Evaluation!.Score));
        Assert.Empty(idea.Parents);
        Assert.Equal(9, steps.Count);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_scratch["run/inbox"]));
        Assert.Contains("x * x + 0.0", (await _scratch.TypeAsync("best", "run")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class Rule", "class Ruler", "was changed outside its evolve blocks")]
    [InlineData("", "", "There is no file 'elsewhere.cs'")]
    public async Task What_is_no_program_is_refused_at_once(string old, string changed, string words)
    {
        await _scratch.TypeAsync("run", "square", "--steps", "1", "--out", "run");
        var file = old.Length > 0 ? "idea.cs" : "elsewhere.cs";
        if (old.Length > 0)
        {
            _scratch.Write(file, SquareProblem.Rule("x").Replace(old, changed, StringComparison.Ordinal));
        }

        var (code, _, error) = await _scratch.TypeAsync("inject", "run", file);

        Assert.NotEqual(0, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_scratch["run/inbox"]));
    }
}
