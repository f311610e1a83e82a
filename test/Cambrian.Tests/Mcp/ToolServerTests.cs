using System.IO.Pipelines;
using System.Text.Json.Nodes;
using Cambrian.Commands;
using Cambrian.Mcp;
using Cambrian.Tests.Runs;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Cambrian.Tests.Mcp;

/// <summary>A client of the protocol as the proposer of whole runs, in real sandboxes.</summary>
public sealed class ToolServerTests : IAsyncLifetime
{
    private readonly Scratch _scratch = new();
    private readonly CancellationTokenSource _end = new();
    private McpClient _client = null!; // connected before any test runs
    private Task _serving = Task.CompletedTask;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        SquareProblem.Write(_scratch);
        var (up, down) = (new Pipe(), new Pipe());
        _serving = ToolServer.ServeAsync(Host(), new StreamServerTransport(up.Reader.AsStream(), down.Writer.AsStream()), _end.Token);
        _client = await McpClient.CreateAsync(
            new StreamClientTransport(up.Writer.AsStream(), down.Reader.AsStream()),
            new McpClientOptions { ClientInfo = new Implementation { Name = "Tester", Version = "1" } },
            cancellationToken: Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _end.CancelAsync();
        await ((Task)_serving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public async Task A_client_drives_a_whole_run_and_reaches_a_better_program()
    {
        Assert.Contains((await AskAsync("list_problems")).AsArray(), problem => (string?)problem!["name"] == "square");
        var run = (string)(await AskAsync("start_run", ("problem", "square")))["run"]!;
        var sample = await AskAsync("sample_parent", ("run", run));
        Assert.Equal("Square the number.", (string?)sample["statement"]);
        Assert.Contains("return x;", (string?)sample["parent"]!["files"]!["Rule.cs"], StringComparison.Ordinal);

        var worse = await SubmitAsync(run, "-x", 0);
        var better = await SubmitAsync(run, "x * x", 0);
        var broken = await SubmitAsync(run, "File.ReadAllText(\"/etc/passwd\").Length", null);

        Assert.Equal((true, false), ((bool)worse["admitted"]!, (bool)worse["isBest"]!));
        Assert.Equal((0, true), ((double)better["score"]!, (bool)better["isBest"]!));
        Assert.False((bool)broken["admitted"]!);
        Assert.Contains("File", (string?)broken["feedback"], StringComparison.Ordinal);
        Assert.Contains("x * x", (string?)(await AskAsync("best_program", ("run", run)))["files"]!["Rule.cs"], StringComparison.Ordinal);

        var ended = await AskAsync("stop_run", ("run", run));

        Assert.Equal((false, 0, 0), ((bool)ended["underWay"]!, (double)ended["validation"]!, (double)ended["sealed"]!));
        Assert.Contains("shown", (string?)ended["advantage"], StringComparison.Ordinal);
        var shown = await TextAsync("show_run", ("run", run));
        Assert.Contains("agent/Tester", shown, StringComparison.Ordinal);
        Assert.True(File.Exists(_scratch[await TextAsync("write_report", ("run", run))]));
    }

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_and_knows_what_was_measured()
    {
        var run = (string)(await AskAsync("start_run", ("problem", "square")))["run"]!;
        await SubmitAsync(run, "x * 2", 0);
        await AskAsync("stop_run", ("run", run));

        var resumed = await AskAsync("resume_run", ("run", run));
        var sample = await AskAsync("best_program", ("run", run));

        Assert.Equal((true, 2), ((bool)resumed["underWay"]!, (int)(await AskAsync("run_status", ("run", run)))["steps"]!));
        Assert.Contains("x * 2", (string?)sample["files"]!["Rule.cs"], StringComparison.Ordinal);
        Assert.Equal(0, (double)(await SubmitAsync(run, "x * x", 1))["score"]!);
    }

    [Theory]
    [InlineData("start_run", "problem", "nowhere", "There is no problem 'nowhere'")]
    [InlineData("run_status", "run", "nowhere", "No run 'nowhere' is under way")]
    [InlineData("show_run", "run", "nowhere", "nowhere")]
    public async Task What_cannot_be_done_is_answered_in_words(string tool, string argument, string value, string words)
    {
        var answer = await _client.CallToolAsync(tool, new Dictionary<string, object?> { [argument] = value }, cancellationToken: Cancellation);

        Assert.True(answer.IsError);
        Assert.Contains(words, Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lies_outside_the_evolve_blocks_may_not_be_changed()
    {
        var run = (string)(await AskAsync("start_run", ("problem", "square")))["run"]!;

        var answer = await _client.CallToolAsync(
            "submit_candidate",
            new Dictionary<string, object?> { ["run"] = run, ["files"] = new Dictionary<string, string> { ["Rule.cs"] = SquareProblem.Rule("x").Replace("class Rule", "class Ruler", StringComparison.Ordinal) } },
            cancellationToken: Cancellation);

        Assert.True(answer.IsError);
        Assert.Contains("outside its evolve blocks", Text(answer), StringComparison.Ordinal);
    }

    private Task<JsonNode> SubmitAsync(string run, string expression, int? parent) =>
        AskAsync("submit_candidate", ("run", run), ("files", new Dictionary<string, string> { ["Rule.cs"] = SquareProblem.Rule(expression) }), ("parent", parent));

    private async Task<JsonNode> AskAsync(string tool, params (string Name, object? Value)[] arguments) => JsonNode.Parse(await TextAsync(tool, arguments))!;

    private async Task<string> TextAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        var answer = await _client.CallToolAsync(tool, arguments.Where(argument => argument.Value is not null).ToDictionary(argument => argument.Name, argument => argument.Value), cancellationToken: Cancellation);
        Assert.True(answer.IsError is not true, Text(answer));
        return Text(answer);
    }

    private static string Text(CallToolResult answer) => string.Concat(answer.Content.OfType<TextContentBlock>().Select(block => block.Text));

    private Host Host() => new()
    {
        Output = TextWriter.Null,
        Error = TextWriter.Null,
        Time = TimeProvider.System,
        Directory = _scratch.Folder,
        Interrupted = CancellationToken.None,
    };
}
