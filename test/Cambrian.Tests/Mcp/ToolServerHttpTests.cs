using System.Net;
using System.Text.Json.Nodes;
using Cambrian.Commands;
using Cambrian.Mcp;
using Cambrian.Tests.Runs;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Cambrian.Tests.Mcp;

/// <summary>The same tools over HTTP, for clients of this machine and for nobody else.</summary>
public sealed class ToolServerHttpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_client_drives_a_run_that_ends_at_the_limit_it_was_given() => ServeAsync(async address =>
    {
        await using var client = await ClientAsync(address);
        var run = (string)Json(await CallAsync(client, "start_run", ("problem", "square"), ("evaluations", 2)))["run"]!;
        var better = Json(await SubmitAsync(client, run, "x * x"));
        var late = await SubmitAsync(client, run, "x * 2");
        var ended = Json(await CallAsync(client, "stop_run", ("run", run)));

        Assert.True((bool)better["isBest"]!);
        Assert.True(late.IsError);
        Assert.Contains("The run ended before the program was measured", Text(late), StringComparison.Ordinal);
        Assert.Equal((2, 0), ((int)ended["steps"]!, (double)ended["sealed"]!));
    });

    [Fact]
    public Task A_limit_of_nothing_is_refused_in_words() => ServeAsync(async address =>
    {
        await using var client = await ClientAsync(address);

        var answer = await CallAsync(client, "start_run", ("problem", "square"), ("evaluations", 0));

        Assert.True(answer.IsError);
        Assert.Contains("'evaluations' is 0; expected a number from 1", Text(answer), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("Origin", "https://example.org")]
    [InlineData("Host", "example.org")]
    public Task A_page_in_a_browser_is_refused(string header, string value) => ServeAsync(async address =>
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent("{}") };
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    });

    private static async Task ServeAsync(Func<Uri, Task> use)
    {
        using var scratch = new Scratch();
        SquareProblem.Write(scratch);
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var host = new Host { Output = TextWriter.Null, Error = TextWriter.Null, Time = TimeProvider.System, Directory = scratch.Folder, Interrupted = CancellationToken.None };
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var serving = ToolServer.ServeHttpAsync(host, 0, address => Task.FromResult(ready.TrySetResult(address)), end.Token);
        try
        {
            await use(new Uri(await ready.Task.WaitAsync(Cancellation)));
        }
        finally
        {
            await end.CancelAsync();
            await serving;
        }
    }

    private static Task<McpClient> ClientAsync(Uri address) =>
        McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = address }), cancellationToken: Cancellation);

    private static Task<CallToolResult> SubmitAsync(McpClient client, string run, string expression) =>
        CallAsync(client, "submit_candidate", ("run", run), ("files", new Dictionary<string, string> { ["Rule.cs"] = SquareProblem.Rule(expression) }), ("parent", 0));

    private static async Task<CallToolResult> CallAsync(McpClient client, string tool, params (string Name, object Value)[] arguments) =>
        await client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, object? (argument) => argument.Value), cancellationToken: Cancellation);

    private static JsonNode Json(CallToolResult answer) => JsonNode.Parse(Text(answer))!;

    private static string Text(CallToolResult answer) => string.Concat(answer.Content.OfType<TextContentBlock>().Select(block => block.Text));
}
