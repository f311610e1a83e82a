using Cambrian.Conformance;
using Cambrian.Core;
using Cambrian.Runs;

namespace Cambrian.Tests.Models;

/// <summary>Problems that come with Cambrian, improved by a scripted model: a rule of numbers, and C# that is compiled.</summary>
public sealed class ShippedProblemTests
{
    private const string PackingEdit = "<<<<<<< SEARCH\n        discs = DiscPacking.Grow(discs);\n=======\n        discs = DiscPacking.Grow(discs);\n        discs = {0};\n>>>>>>> REPLACE";

    [Fact]
    public async Task Bin_packing_is_improved_and_a_refused_edit_is_told_of()
    {
        const string rule = "double space = remaining - item; return space < 3 ? 100 - space : space > {0} && space < 90 ? 20 - space : -space;";
        var asked = 0;
        using var scratch = new Scratch();
        await using var server = new ModelServer(_ => (Interlocked.Increment(ref asked) % 3) switch
        {
            0 => new ModelAnswer("<<<<<<< SEARCH\npublic static class Rule\n=======\npublic static class Role\n>>>>>>> REPLACE"),
            1 => new ModelAnswer($"```csharp\n{string.Format(null, System.Text.CompositeFormat.Parse(rule), 10 * (1 + (asked % 4)))}\n```"),
            _ => new ModelAnswer($"```csharp\npublic static class Rule\n{{\n    public static double Priority(double item, double remaining)\n    {{\n        // EVOLVE-BLOCK-START\n        {string.Format(null, System.Text.CompositeFormat.Parse(rule), 10 * (1 + (asked % 4)))}\n        // EVOLVE-BLOCK-END\n    }}\n}}\n```"),
        });
        var steps = await RunAsync(scratch, server, "bin-packing", 40);

        Assert.True(steps.Where(step => step.Origin.StartsWith("good/", StringComparison.Ordinal)).Max(step => step.Admitted?.Score) > steps[0].Evaluation!.Score);
        Assert.True(steps.Exists(step => step.Verdict.Reason.Contains("outside the evolve blocks: 'public static class Rule' may not change", StringComparison.Ordinal)), Reasons(steps));
        Assert.True(server.Requests.Any(request => request.Turns.Count == 1 && request.Prompt.Contains("- Not usable: an edit is outside the evolve blocks", StringComparison.Ordinal)), Reasons(steps));
        Assert.All(server.Requests, request => Assert.Contains("Online bin packing", request.Turns[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Circle_packing_is_improved_and_what_does_not_compile_is_given_back()
    {
        using var scratch = new Scratch();
        await using var server = new ModelServer(request =>
            request.Prompt.Contains("Find out why it fails", StringComparison.Ordinal) ? Edit("DiscPacking.Hop(discs, 1, work)", "discs = DiscPacking.Blow(discs);")
            : request.Prompt.Contains("SEARCH", StringComparison.Ordinal) ? Edit("DiscPacking.Blow(discs)", null)
            : new ModelAnswer("no idea"));
        var steps = await RunAsync(scratch, server, "circle-packing", 40);

        Assert.True(steps.Exists(step => step is { Origin: "good/diff", Evaluation: { Outcome: Outcome.Failed } failed } && failed.Feedback.Contains("Blow", StringComparison.Ordinal)), Reasons(steps));
        Assert.True(steps.Exists(step => step is { Origin: "good/diff/fix", Improved: true, Evaluation: { } mended } && mended.Score > steps[0].Evaluation!.Score + 0.1), Reasons(steps));
    }

    [Fact]
    public async Task On_bin_packing_the_better_model_is_asked_more_the_budget_ends_the_run_and_resuming_pays_nothing_twice()
    {
        using var scratch = new Scratch();
        await using var server = new ModelServer(request => new ModelAnswer(request.Model == "bad"
            ? "I like it as it is."
            : $"```csharp\ndouble space = remaining - item; return space < 3 ? 100 - space : space > {request.Prompt.Sum(letter => letter) % 60} && space < 90 ? 20 - space : -space;\n```")
        { Input = 100, Output = 20 });
        ModelProblem.WriteModels(scratch, server, "good", "bad");

        var (code, _, error) = await scratch.TypeAsync("run", "bin-packing", "--models", "models.json", "--strategy", "models-only", "--tokens", "12000", "--out", "run", "--json");
        Assert.True(code == 0, error);
        Assert.Contains("of 12,000 tokens are spent; the next call may take up to ", error, StringComparison.Ordinal);
        var before = server.Requests.Count;
        Assert.Equal(0, (await scratch.TypeAsync("resume", "run", "--tokens", "15000")).Code);

        var steps = await scratch.StepsAsync("run");
        Assert.InRange(steps.Skip(steps.Count / 2).Average(step => step.Origin.StartsWith("good/", StringComparison.Ordinal) ? 1.0 : 0), 0.6, 1);
        Assert.True(steps.Max(step => step.Admitted?.Score) > steps[0].Evaluation!.Score, Reasons(steps));
        Assert.True(server.Requests.Count > before);
        using var record = RunRecord.OpenToRead(scratch["run"]);
        Assert.Equal(server.Requests.Count, record.Calls().Select(call => call.Key).Distinct().Count());
        Assert.InRange(record.Calls().Sum(call => call.Tokens.Total), 12_001, 15_000);
    }

    private static ModelAnswer Edit(string call, string? replaced) => new(replaced is null
        ? string.Format(null, System.Text.CompositeFormat.Parse(PackingEdit), call)
        : $"<<<<<<< SEARCH\n{replaced}\n=======\ndiscs = {call};\n>>>>>>> REPLACE");

    private static string Reasons(IEnumerable<Step> steps) => string.Join('\n', steps.Select(step => $"{step.Number} {step.Origin} {step.Evaluation?.Score} {step.Verdict.Reason}"));

    private static async Task<List<Step>> RunAsync(Scratch scratch, ModelServer server, string problem, int count)
    {
        ModelProblem.WriteModels(scratch, server, "good");
        var (code, _, error) = await scratch.TypeAsync("run", problem, "--models", "models.json", "--strategy", "models-only", "--steps", $"{count}", "--out", "run");
        Assert.True(code == 0, error);
        return await scratch.StepsAsync("run");
    }
}
