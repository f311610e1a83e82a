using Cambrian.Conformance;

namespace Cambrian.Tests.Models;

/// <summary>Runs that choose among models, edits and a coding agent; and runs whose models moved.</summary>
public sealed class MixedRunTests
{
    [Fact]
    public async Task A_coding_agent_is_one_more_to_choose_from_where_models_are_given_too()
    {
        using var scratch = new Scratch();
        ModelProblem.Write(scratch);
        await using var server = new ModelServer(ModelProblem.Counted);
        ModelProblem.WriteModels(scratch, server, "good");
        WriteCoder(scratch);
        var (code, output, error) = await scratch.TypeAsync("run", "count", "--coder", "coder.json", "--models", "models.json", "--steps", "40", "--out", "run");

        Assert.True(code == 0, error);
        Assert.Contains("coding agent: adder, one more to choose from", output, StringComparison.Ordinal);
        var steps = await scratch.StepsAsync("run");
        Assert.All(["edits/", "good/", "coder/adder"], arm => Assert.True(steps.Count(step => step.Origin.StartsWith(arm, StringComparison.Ordinal)) > 2, arm));
        Assert.All(steps.Where(step => step.Origin == "coder/adder" && step.Child is not null), step => Assert.Equal((4.0, 1), (step.Effort, step.Parents.Count))); // two evaluations of two cases each
        Assert.Contains(steps, step => step.Origin == "coder/adder" && step.Improved);

        var (alone, _, refused) = await scratch.TypeAsync("resume", "run", "--steps", "50");
        Assert.Equal(4, alone);
        Assert.Contains("give '--coder adder' again", refused, StringComparison.Ordinal);
        Assert.Equal(0, (await scratch.TypeAsync("resume", "run", "--coder", "coder.json", "--steps", "50")).Code);
        Assert.Equal(50, (await scratch.StepsAsync("run")).Count);
        var (replayed, _, why) = await scratch.TypeAsync("run", "count", "--replay", "run", "--out", "again");
        Assert.Equal(2, replayed);
        Assert.Contains("what the coding agent adder did is recorded nowhere", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coding_agent_alone_makes_every_child_whatever_models_the_problem_has()
    {
        using var scratch = new Scratch();
        ModelProblem.Write(scratch);
        scratch.Write("count/problem.json", """{ "title": "Count", "direction": "maximise", "evaluator": { "run": ["sh", "run.sh", "{candidate}"] }, "models": [{ "provider": "ollama", "model": "nobody" }] }""");
        WriteCoder(scratch);
        var (code, output, error) = await scratch.TypeAsync("run", "count", "--coder", "coder.json", "--steps", "6", "--out", "run");
        Assert.True(code == 0, error);
        Assert.Contains("coding agent: adder, which makes every child", output, StringComparison.Ordinal);
        Assert.All((await scratch.StepsAsync("run")).Skip(1), step => Assert.Equal("coder/adder", step.Origin));
        Assert.Equal(4, (await scratch.TypeAsync("resume", "run", "--steps", "9")).Code);
        Assert.Equal(0, (await scratch.TypeAsync("resume", "run", "--coder", "coder.json", "--steps", "9")).Code);
        Assert.Equal(2, (await scratch.TypeAsync("run", "count", "--replay", "run", "--out", "again")).Code);
    }

    [Fact]
    public async Task A_run_goes_on_with_models_that_moved_and_not_with_others()
    {
        using var scratch = new Scratch();
        ModelProblem.Write(scratch);
        await using (var first = new ModelServer(ModelProblem.Counted))
        {
            ModelProblem.WriteModels(scratch, first, "good");
            Assert.Equal(0, (await scratch.TypeAsync("run", "count", "--models", "models.json", "--strategy", "models-only", "--steps", "10", "--out", "run")).Code);
        }

        await using var second = new ModelServer(ModelProblem.Counted);
        ModelProblem.WriteModels(scratch, second, "good", "better");
        var (other, _, error) = await scratch.TypeAsync("resume", "run", "--models", "models.json", "--steps", "20");
        Assert.Equal(8, other);
        Assert.Contains("goes on with the models that it began with, good, and these are others (better)", error, StringComparison.Ordinal);

        ModelProblem.WriteModels(scratch, second, "good");
        Assert.Equal(0, (await scratch.TypeAsync("resume", "run", "--models", "models.json", "--steps", "20")).Code);
        Assert.True(second.Requests.Count >= 5);
        Assert.Contains(await scratch.StepsAsync("run"), step => step.Number >= 10 && step.Child is not null);

        Assert.Equal(0, (await scratch.TypeAsync("run", "count", "--no-model", "--steps", "5", "--out", "plain")).Code);
        var (none, _, without) = await scratch.TypeAsync("resume", "plain", "--models", "models.json", "--steps", "10");
        Assert.Equal(4, none);
        Assert.Contains("began without models", without, StringComparison.Ordinal);
    }

    private static void WriteCoder(Scratch scratch) => scratch.Write("coder.json", """{ "name": "adder", "command": ["sh", "-c", "echo $(($(cat n.txt) + 1)) > n.txt"], "timeLimit": 60, "effort": 2 }""");
}
