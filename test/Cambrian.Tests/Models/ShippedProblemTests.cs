using Cambrian.Conformance;
using Cambrian.Core;

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
