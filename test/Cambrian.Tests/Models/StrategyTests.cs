using Cambrian.Conformance;
using Cambrian.Models.Configuration;
using Cambrian.Runs;

namespace Cambrian.Tests.Models;

/// <summary>Whole runs by the rules of other systems.</summary>
public sealed class StrategyTests
{
    [Theory]
    [InlineData("openevolve")]
    [InlineData("shinkaevolve")]
    [InlineData("gepa")]
    [InlineData("adaevolve")]
    public async Task Parents_as_published_search_with_edits_and_with_models_and_a_run_goes_on_as_if_it_had_not_stopped(string strategy)
    {
        using var scratch = new Scratch();
        ModelProblem.Write(scratch);
        await using var server = new ModelServer(ModelProblem.Counted);
        ModelProblem.WriteModels(scratch, server, "good");
        string[] line = ["run", "count", "--models", "models.json", "--strategy", strategy, "--seed", "2"];
        Assert.Equal(0, (await scratch.TypeAsync([.. line, "--steps", "60", "--out", "whole"])).Code);
        Assert.Equal(0, (await scratch.TypeAsync([.. line, "--steps", "25", "--out", "stopped"])).Code);
        Assert.Equal(0, (await scratch.TypeAsync("resume", "stopped", "--steps", "60")).Code);

        using var whole = RunRecord.OpenToRead(scratch["whole"]);
        using var stopped = RunRecord.OpenToRead(scratch["stopped"]);
        Assert.Equal(whole.Database.Head, stopped.Database.Head);
        var origins = await whole.ReadAsync(TestContext.Current.CancellationToken).Select(step => step.Origin.Split('/')[0]).Distinct().Order().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["edits", "good", "seed"], origins);
    }

    [Theory]
    [InlineData("ucb", ModelChoice.Ucb)]
    [InlineData("thompson", ModelChoice.Thompson)]
    [InlineData("fixed", ModelChoice.Fixed)]
    [InlineData("configured", ModelChoice.Gain)]
    public async Task The_choice_of_models_is_kept_with_the_run(string given, ModelChoice expected)
    {
        using var scratch = new Scratch();
        ModelProblem.Write(scratch);
        await using var server = new ModelServer(ModelProblem.Counted);
        ModelProblem.WriteModels(scratch, server, "good", "other");
        var (code, _, error) = await scratch.TypeAsync("run", "count", "--models", "models.json", "--model-choice", given, "--steps", "40", "--out", "run");
        Assert.True(code == 0, error);

        using var run = RunRecord.OpenToRead(scratch["run"]);
        Assert.Equal(expected, run.Options.Models?.Choice);
        var asked = await run.ReadAsync(TestContext.Current.CancellationToken).CountAsync(step => step.Origin.StartsWith("good/", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.InRange(asked, 1, 38);
    }

    [Fact]
    public async Task A_choice_that_does_not_exist_is_refused_with_those_that_do()
    {
        using var scratch = new Scratch();
        ModelProblem.Write(scratch);
        var (code, _, error) = await scratch.TypeAsync("run", "count", "--model-choice", "ucb1");
        Assert.NotEqual(0, code);
        Assert.Contains("--model-choice was 'ucb1'; expected one of configured, gain, ucb, thompson, fixed.", error, StringComparison.Ordinal);
    }
}
