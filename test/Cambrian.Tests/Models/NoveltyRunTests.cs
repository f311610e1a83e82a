using System.Globalization;
using Cambrian.Conformance;
using Cambrian.Models.Calls;
using Cambrian.Models.Configuration;
using Cambrian.Runs;

namespace Cambrian.Tests.Models;

/// <summary>Whole runs whose model streams, and whose programs are compared by an embedding model.</summary>
public sealed class NoveltyRunTests
{
    private const int Steps = 60;

    [Fact]
    public async Task What_resembles_an_earlier_program_is_not_measured_and_embeddings_are_paid_recorded_and_repeated()
    {
        using var scratch = new Scratch();
        using var stop = new CancellationTokenSource();
        var asked = 0;
        var server = new ModelServer(request =>
        {
            if (Interlocked.Increment(ref asked) == 60)
            {
                stop.Cancel();
            }

            return Script(request);
        });
        Write(scratch, server);
        string[] line = ["run", "count", "--models", "models.json", "--strategy", "models-only", "--steps", $"{Steps}", "--out"];
        using var output = new StringWriter();
        Assert.Equal(130, (await scratch.TypeAsync(output, stop.Token, [.. line, "stopped"])).Code);
        Assert.Equal(0, (await scratch.TypeAsync("resume", "stopped", "--steps", $"{Steps}")).Code);
        var paid = server.Requests.Count;
        var (code, said, error) = await scratch.TypeAsync([.. line, "whole"]);
        Assert.True(code == 0, error);
        Assert.Contains("novelty: their programs are tried again where embed-1 finds them more similar than 0.99 to an earlier one", said, StringComparison.Ordinal);
        Assert.Equal(paid, server.Requests.Count - paid);
        Assert.All(server.Requests.Where(request => request.Embedded is null), request => Assert.True(request.Streams));
        await server.DisposeAsync();
        scratch.Variables.Clear();
        Assert.Equal(0, (await scratch.TypeAsync("run", "count", "--replay", "whole", "--out", "again")).Code);

        using var whole = RunRecord.OpenToRead(scratch["whole"]);
        Assert.All(["stopped", "again"], other =>
        {
            using var run = RunRecord.OpenToRead(scratch[other]);
            Assert.Equal(whole.Database.Head, run.Database.Head);
            Assert.Equal(whole.Calls().Select(call => call.Key).Order(), run.Calls().Select(call => call.Key).Order());
        });
        await RequireDissimilarAsync(whole);
        RequireEmbeddedOnce(whole);
        var (_, show, _) = await scratch.TypeAsync("show", "whole");
        Assert.Contains("embed-1", show[show.IndexOf("MODELS", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_embedding_model_that_does_not_exist_is_said_before_anything_is_lost()
    {
        using var scratch = new Scratch();
        await using var server = new ModelServer(request => request.Embedded is null ? Script(request) : ModelAnswer.Fault(404, "no such model", "model_not_found"));
        Write(scratch, server);
        var (code, _, error) = await scratch.TypeAsync("run", "count", "--models", "models.json", "--strategy", "models-only", "--steps", "10", "--out", "run");
        Assert.Equal(8, code);
        Assert.Contains("knows no model 'embed-1' (404)", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_models_of_a_problem_have_settings_too()
    {
        using var scratch = new Scratch();
        await using var server = new ModelServer(Script);
        Write(scratch, server);
        void Set(string settings) => scratch.Write("count/problem.json", $$"""
            { "title": "Count", "direction": "maximise", "evaluator": { "run": ["sh", "run.sh", "{candidate}"] }, "models": [{{Good(server)}}], "modelSettings": {{settings}} }
            """);
        Set($$"""{ "choice": "ucb", "stepWorth": 0.5, "novelty": { "embedding": {{Embedding(server)}}, "tries": 2 } }""");
        var (code, said, error) = await scratch.TypeAsync("run", "count", "--strategy", "models-only", "--steps", "6", "--out", "run");
        Assert.True(code == 0, error);
        Assert.Contains("embed-1 finds them more similar than 0.99", said, StringComparison.Ordinal);
        Assert.Contains(server.Requests, request => request.Embedded is not null);
        using (var run = RunRecord.OpenToRead(scratch["run"]))
        {
            Assert.Equal((ModelChoice.Ucb, 0.5, 2), (run.Options.Models!.Choice, run.Options.Models.StepWorth, run.Options.Models.Novelty!.Tries));
        }

        Set("""{ "stepWorth": -1 }""");
        var (refused, _, why) = await scratch.TypeAsync("run", "count", "--steps", "6", "--out", "other");
        Assert.Equal(8, refused);
        Assert.Contains("problem.json: 'stepWorth' is -1; expected money above 0", why, StringComparison.Ordinal);
    }

    private static void Write(Scratch scratch, ModelServer server)
    {
        ModelProblem.Write(scratch);
        scratch.Variables["TEST_KEY"] = ModelProblem.Key;
        scratch.Write("models.json", $$"""
            {
              "models": [{{Good(server)}}],
              "novelty": { "embedding": {{Embedding(server)}} }
            }
            """);
    }

    private static string Good(ModelServer server) => $$"""{ {{Model(server, "good")}}, "outputPrice": 10, "maxTokens": 100, "stream": true }""";

    private static string Embedding(ModelServer server) => $$"""{ {{Model(server, "embed-1")}} }""";

    private static string Model(ModelServer server, string name) =>
        $"\"provider\": \"openai\", \"model\": \"{name}\", \"endpoint\": \"{server.Address}/v1\", \"key\": \"TEST_KEY\", \"inputPrice\": 1";

    // Adds one to four; three numbers after another have the same embedding.
    private static ModelAnswer Script(ModelRequest request)
    {
        if (request.Embedded is { } text)
        {
            var angle = Bucket(text) * 0.3;
            return new ModelAnswer { Vector = [(float)Math.Cos(angle), (float)Math.Sin(angle)], Input = 7 };
        }

        var program = request.Prompt[(request.Prompt.IndexOf("```\n", StringComparison.Ordinal) + 4)..].Split('\n')[0];
        var more = 1 + (request.Prompt.Sum(letter => letter) % 4);
        return new ModelAnswer($"More.\n```\n{int.Parse(program, CultureInfo.InvariantCulture) + more}\n```") { Input = 100, Output = 20 };
    }

    private static int Bucket(string program) => int.Parse(program, CultureInfo.InvariantCulture) / 3;

    // A step knows of those before its window alone.
    private static async Task RequireDissimilarAsync(RunRecord run)
    {
        var steps = await run.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Steps, steps.Count);
        Assert.Contains(steps, step => step.Verdict.Reason.StartsWith("too similar to the program of step ", StringComparison.Ordinal));
        var measured = steps.Where(step => step.Child is not null).ToDictionary(step => step.Number, step => Bucket(step.Child!.Files["n.txt"]));
        Assert.True(measured.Count > 10);
        Assert.All(measured, one => Assert.DoesNotContain(measured, other => other.Value == one.Value && other.Key < one.Key && (other.Key == 0 || other.Key <= one.Key - run.Database.Description.Window)));
    }

    private static void RequireEmbeddedOnce(RunRecord run)
    {
        var embedded = run.Calls().Where(call => call.Model == "embed-1").ToList();
        Assert.Equal(embedded.Count, embedded.Select(call => call.Turns[0]).Distinct().Count());
        Assert.All(embedded, call => Assert.Equal(7e-6, call.Price, 12));
        var usage = ModelUsage.Of(run.Calls()).Single(model => model.Model == "embed-1");
        Assert.Equal((embedded.Count, 7 * embedded.Count, 0), (usage.Calls, usage.Tokens.Input, usage.Tokens.Output));
    }
}
