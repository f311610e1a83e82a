using System.Globalization;
using System.Text.RegularExpressions;
using Cambrian.Conformance;
using Cambrian.Core;
using Cambrian.Tests.Runs;

namespace Cambrian.Tests.Models;

/// <summary>Runs of agents in which a model makes children in an agent's stead.</summary>
public sealed partial class AgentModelTests
{
    [Fact]
    public async Task A_model_makes_children_beside_the_agents_themselves_and_passes_the_same_gates()
    {
        var steps = await RunAsync("--steps", "40");

        Assert.All(["edits/self/", "good/"], arm => Assert.True(steps.Count(step => step.Origin.StartsWith(arm, StringComparison.Ordinal) && step.Verdict.Admitted) > 2, arm));
        Assert.Contains(steps, step => step.Origin.StartsWith("good/", StringComparison.Ordinal) && step.Verdict.Reason.Contains("retention: it can no longer modify", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_alone_makes_every_child()
    {
        var steps = await RunAsync("--strategy", "models-only", "--steps", "12");

        Assert.All(steps.Skip(1), step => Assert.StartsWith("good/", step.Origin, StringComparison.Ordinal));
        Assert.Contains(steps.Skip(1), step => step.Improved);
    }

    [Fact]
    public async Task The_Darwin_Goedel_Machine_asks_for_the_diagnosis_of_one_failing_task_and_no_other_way_does()
    {
        List<string> prompts = [];
        await RunAsync(prompts, "--strategy", "dgm", "--steps", "30");
        // What failed to be a program is given back to be mended instead.
        List<string> improving = [.. prompts.Where(prompt => prompt.Contains("Its score is", StringComparison.Ordinal))];
        Assert.True(improving.Count > 5, string.Join("\n\n", prompts));
        Assert.All(improving, prompt => Assert.Contains("Look at case ", prompt, StringComparison.Ordinal));

        prompts.Clear();
        await RunAsync(prompts, "--strategy", "hyperagent", "--steps", "30");
        Assert.NotEmpty(prompts);
        Assert.All(prompts, prompt => Assert.DoesNotContain("Look at case ", prompt, StringComparison.Ordinal));
    }

    private static Task<IReadOnlyList<Step>> RunAsync(params string[] options) => RunAsync([], options);

    private static async Task<IReadOnlyList<Step>> RunAsync(List<string> prompts, params string[] options)
    {
        using var scratch = new Scratch();
        SmallAgents.Write(scratch, "lines");
        await using var server = new ModelServer(Script);
        ModelProblem.WriteModels(scratch, server, "good");
        var (code, _, error) = await scratch.TypeAsync(["run", "lines", "--models", "models.json", "--out", "run", .. options]);
        Assert.True(code == 0, error);
        prompts.AddRange(server.Requests.Select(request => request.Prompt));
        return await scratch.StepsAsync("run");
    }

    // One more than the slope it is shown; where that is even, a Modify that gives up what makes an agent.
    private static ModelAnswer Script(ModelRequest request)
    {
        var program = Shown().Match(request.Prompt).Groups[1].Value;
        var slope = double.Parse(Slope().Match(program) is { Success: true } found ? found.Groups[1].Value : "2", CultureInfo.InvariantCulture) + 1;
        var child = Slope().Replace(program, string.Create(CultureInfo.InvariantCulture, $"x * {slope:0.0}"), 1);
        return new ModelAnswer($"```csharp\n{(slope % 2 == 0 ? Body().Replace(child, "return [];") : child)}\n```") { Input = 100, Output = 20 };
    }

    [GeneratedRegex(@"```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Shown();

    [GeneratedRegex(@"x \* ([0-9.]+)")]
    private static partial Regex Slope();

    [GeneratedRegex(@"return \[new Edit.*?\];")]
    private static partial Regex Body();
}
