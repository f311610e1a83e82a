using System.Text.Json;
using Cambrian.Conformance;
using Cambrian.Models.Calls;
using Cambrian.Runs;

namespace Cambrian.Tests.Models;

/// <summary>Whole runs with models at a server that speaks their protocol.</summary>
public sealed class ModelRunTests
{
    [Fact]
    public async Task A_bandit_shifts_to_the_model_whose_children_are_better()
    {
        using var scratch = new Scratch();
        ModelProblem.Write(scratch);
        await using var server = new ModelServer(request => request.Model == "good" ? ModelProblem.Counted(request) : new ModelAnswer("I like it as it is."));
        ModelProblem.WriteModels(scratch, server, "good", "bad");
        var (code, output, error) = await scratch.TypeAsync("run", "count", "--models", "models.json", "--strategy", "models-only", "--steps", "150", "--out", "run");

        Assert.True(code == 0, error);
        Assert.Contains("models: good, bad · no limit on money or tokens", output, StringComparison.Ordinal);
        var steps = await scratch.StepsAsync("run");
        Assert.InRange(steps.Skip(75).Count(step => step.Origin.StartsWith("good/", StringComparison.Ordinal)), 45, 75);
        Assert.True(steps.Max(step => step.Evaluation?.Score) > 8);
        Assert.All(steps.Where(step => step.Origin.Length > 0 && step.Origin != "seed"), step => Assert.True(step.Effort > 0));
    }

    [Fact]
    public async Task The_edits_that_need_no_model_are_one_arm_of_the_same_bandit()
    {
        using var scratch = new Scratch();
        ModelProblem.Write(scratch);
        await using var server = new ModelServer(ModelProblem.Counted);
        ModelProblem.WriteModels(scratch, server, "good");
        Assert.Equal(0, (await scratch.TypeAsync("run", "count", "--models", "models.json", "--steps", "60", "--out", "run")).Code);

        var steps = await scratch.StepsAsync("run");
        Assert.True(steps.Count(step => step.Origin.StartsWith("edits/", StringComparison.Ordinal)) > 5);
        Assert.True(steps.Count(step => step.Origin.StartsWith("good/", StringComparison.Ordinal)) > 5);
        Assert.All(steps.Where(step => step.Child is not null && step.Origin.StartsWith("edits/", StringComparison.Ordinal)), step => Assert.InRange(step.Parents.Count, 1, 2));
        var (_, show, _) = await scratch.TypeAsync("show", "run");
        Assert.Contains("  edits/", show, StringComparison.Ordinal);
        Assert.Contains("MODELS", show, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_and_money_are_right_to_the_last_and_end_the_run_and_a_greater_budget_goes_on()
    {
        using var scratch = new Scratch();
        ModelProblem.Write(scratch);
        await using var server = new ModelServer(ModelProblem.Counted);
        ModelProblem.WriteModels(scratch, server, "good");
        var (code, output, error) = await scratch.TypeAsync("run", "count", "--models", "models.json", "--strategy", "models-only", "--tokens", "5000", "--out", "run", "--json");

        Assert.True(code == 0, error);
        Assert.All(["80 % of the tokens used", "that ended the run: ", " of 5,000 tokens are spent; the next call may take up to "], part => Assert.Contains(part, error, StringComparison.Ordinal));
        using var first = JsonDocument.Parse(output);
        var spent = first.RootElement.GetProperty("tokens").GetInt64();
        Assert.InRange(spent, 3_000, 5_000);
        Assert.Equal(server.Requests.Count * 120, spent);
        Assert.Equal(server.Requests.Count * ((100 * 1) + (20 * 10)) / 1e6, first.RootElement.GetProperty("money").GetDouble(), 12);

        var (_, again, said) = await scratch.TypeAsync("resume", "run", "--money", "0.02", "--json");
        using var second = JsonDocument.Parse(again);
        Assert.Contains("of 0.02 in money is spent; the next call may cost up to", said, StringComparison.Ordinal);
        Assert.Equal(server.Requests.Count * 120, second.RootElement.GetProperty("tokens").GetInt64());
        Assert.InRange(second.RootElement.GetProperty("money").GetDouble(), 0.015, 0.02);
        Assert.Equal(server.Requests.Count, server.Requests.Select(request => request.Body.ToJsonString()).Distinct().Count() + Repeats(scratch));
        var (_, show, _) = await scratch.TypeAsync("show", "run");
        Assert.Contains($"{server.Requests.Count}", show[show.IndexOf("MODELS", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_as_if_it_had_not_been_and_pays_nothing_twice()
    {
        using var scratch = new Scratch();
        ModelProblem.Write(scratch);
        using var stop = new CancellationTokenSource();
        var asked = 0;
        await using var server = new ModelServer(request =>
        {
            if (Interlocked.Increment(ref asked) == 15)
            {
                stop.Cancel();
            }

            return ModelProblem.Counted(request) with { Delay = TimeSpan.FromMilliseconds(10 + (asked % 7 * 10)) };
        });
        ModelProblem.WriteModels(scratch, server, "good");
        string[] line = ["run", "count", "--models", "models.json", "--steps", "60", "--out"];
        using var output = new StringWriter();
        Assert.Equal(130, (await scratch.TypeAsync(output, stop.Token, [.. line, "stopped"])).Code);
        Assert.Equal(0, (await scratch.TypeAsync("resume", "stopped", "--steps", "60")).Code);
        var paid = server.Requests.Count;
        Assert.Equal(0, (await scratch.TypeAsync([.. line, "whole"])).Code);

        Assert.Equal(paid, server.Requests.Count - paid);
        using var stopped = RunRecord.OpenToRead(scratch["stopped"]);
        using var whole = RunRecord.OpenToRead(scratch["whole"]);
        Assert.Equal(whole.Database.Head, stopped.Database.Head);
        Assert.Equal(paid, stopped.Calls().Select(call => call.Key).Distinct().Count());
    }

    [Fact]
    public async Task A_recorded_run_is_repeated_to_the_same_hash_without_a_server_or_a_key()
    {
        using var scratch = new Scratch();
        ModelProblem.Write(scratch);
        var server = new ModelServer(request => request.Prompt.Length % 3 == 0 ? ModelAnswer.Fault(400, "not this one") : ModelProblem.Counted(request));
        ModelProblem.WriteModels(scratch, server, "good", "other");
        Assert.Equal(0, (await scratch.TypeAsync("run", "count", "--models", "models.json", "--seed", "3", "--steps", "50", "--out", "run")).Code);
        await server.DisposeAsync();
        scratch.Variables.Clear();
        var (code, _, error) = await scratch.TypeAsync("run", "count", "--replay", "run", "--out", "again");

        Assert.True(code == 0, error);
        using (var run = RunRecord.OpenToRead(scratch["run"]))
        using (var again = RunRecord.OpenToRead(scratch["again"]))
        {
            Assert.Equal(50, again.Database.Count);
            Assert.Equal(run.Database.Head, again.Database.Head);
            Assert.Equal(run.Calls().Select(ModelCallText.Write).Order(), again.Calls().Select(ModelCallText.Write).Order());
            Assert.Contains(run.Calls(), call => !call.Answered);
        }

        var (further, _, refused) = await scratch.TypeAsync("run", "count", "--replay", "run", "--steps", "90", "--out", "more");
        Assert.Equal(4, further);
        Assert.Contains("more steps were asked for than it has", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_is_down_slows_the_run_and_does_not_end_it()
    {
        using var scratch = new Scratch();
        ModelProblem.Write(scratch);
        await using var server = new ModelServer(request => request.Model == "down" ? ModelAnswer.Fault(503, "down for now") : ModelProblem.Counted(request));
        ModelProblem.WriteModels(scratch, server, "good", "down");
        var (code, output, error) = await scratch.TypeAsync("run", "count", "--models", "models.json", "--steps", "60", "--out", "run");

        Assert.True(code == 0, error);
        Assert.Contains("takes no more requests for now (503). It says: down for now The run goes on.", output, StringComparison.Ordinal);
        var steps = await scratch.StepsAsync("run");
        Assert.Contains(steps, step => step.Origin.StartsWith("down/", StringComparison.Ordinal) && step.Verdict.Reason.Contains("503", StringComparison.Ordinal));
        Assert.True(steps.Max(step => step.Evaluation?.Score) > 5);
    }

    [Fact]
    public async Task No_key_is_in_anything_that_is_written()
    {
        using var scratch = new Scratch();
        ModelProblem.Write(scratch);
        var asked = 0;
        await using var server = new ModelServer(request => (Interlocked.Increment(ref asked) % 4) switch
        {
            0 => ModelAnswer.Fault(400, $"you sent {ModelProblem.Key}"),
            1 => new ModelAnswer($"```\n{ModelProblem.Key}\n```"),
            _ => ModelProblem.Counted(request),
        });
        ModelProblem.WriteModels(scratch, server, "good");
        List<string> printed = [];
        foreach (var line in (string[][])[["run", "count", "--models", "models.json", "--steps", "60", "--out", "run", "--json"], ["show", "run", "--all"], ["report", "run", "--out", "report.html"], ["best", "run"], ["resume", "run", "--steps", "70"]])
        {
            var (code, output, error) = await scratch.TypeAsync(line);
            Assert.True(code == 0, error);
            printed.AddRange([output, error]);
        }

        scratch.Variables["TEST_KEY"] = ModelProblem.Key;
        await using var strict = new ModelServer(request => ModelAnswer.Fault(401, $"wrong key {request.Key}"));
        ModelProblem.WriteModels(scratch, strict, "good");
        var (refused, said, complaint) = await scratch.TypeAsync("run", "count", "--models", "models.json", "--steps", "60", "--out", "wrong");
        Assert.Equal(8, refused);
        printed.AddRange([said, complaint]);

        Assert.Contains(server.Requests, request => request.Key == ModelProblem.Key);
        Assert.All(printed, text => Assert.DoesNotContain(ModelProblem.Key, text, StringComparison.Ordinal));
        foreach (var file in Directory.EnumerateFiles(scratch.Folder, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(ModelProblem.Key)) < 0, $"{file} holds the key");
            Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes(ModelProblem.Key)) < 0, $"{file} holds the key");
        }
    }

    // Different steps may ask the same.
    private static int Repeats(Scratch scratch)
    {
        using var record = RunRecord.OpenToRead(scratch["run"]);
        var calls = record.Calls();
        Assert.Equal(calls.Count, calls.Select(call => call.Key).Distinct().Count());
        return calls.Count - calls.Select(call => string.Join('\n', call.Turns)).Distinct().Count();
    }
}
