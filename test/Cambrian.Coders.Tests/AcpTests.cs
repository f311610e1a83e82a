using Cambrian.Sandbox;

namespace Cambrian.Coders.Tests;

/// <summary>Agents that speak the Agent Client Protocol, well and badly, in real sandboxes.</summary>
public sealed class AcpTests : IAsyncLifetime
{
    private const string Program = "# EVOLVE-BLOCK-START\nx\n# EVOLVE-BLOCK-END\nfixed\n";

    // The protocol's agent side; the part that differs comes in as 'turn'.
    private const string Agent = """
        import json, sys
        def send(message):
            print(json.dumps({"jsonrpc": "2.0", **message}), flush=True)
        def ask(method, **params):
            send({"id": "a1", "method": method, "params": {"sessionId": "s", **params}})
            while True:
                answer = json.loads(sys.stdin.readline())
                if answer.get("id") == "a1":
                    return answer
        def write(path, content):
            return ask("fs/write_text_file", path=path, content=content)
        print("a greeting that is no message")
        for line in sys.stdin:
            request = json.loads(line)
            if request["method"] == "initialize":
                send({"id": request["id"], "result": {"protocolVersion": VERSION, "agentCapabilities": {}, "authMethods": []}})
            elif request["method"] == "session/new":
                cwd = request["params"]["cwd"]
                send({"id": request["id"], "result": {"sessionId": "s"}})
            elif request["method"] == "session/prompt":
                send({"method": "session/update", "params": {"sessionId": "s", "update": {"sessionUpdate": "agent_message_chunk", "content": {"type": "text", "text": "working"}}}})
                text = ask("fs/read_text_file", path=cwd + "/rule.txt")["result"]["content"]
                better = text.replace("\nx\n", "\ny\n")
                reason = "end_turn"
        TURN
                send({"id": request["id"], "result": {"stopReason": reason}})
        """;

    private SandboxRunner _sandbox = null!; // made before any test runs

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxRunner.OpenAsync(cancellation: Token);

    public ValueTask DisposeAsync()
    {
        _sandbox.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("write(cwd + '/rule.txt', better)")]
    [InlineData("assert 'error' in write(cwd + '/other.txt', 'x') and 'error' in write('/etc/passwd', 'x'); write(cwd + '/rule.txt', better)")]
    [InlineData("assert 'error' in ask('terminal/create', command='ls'); write(cwd + '/rule.txt', better)")]
    [InlineData("open(cwd + '/rule.txt', 'w').write('not through the gate'); write(cwd + '/rule.txt', better)")]
    [InlineData("write(cwd + '/rule.txt', better); sys.exit(1)")]
    [InlineData("write(cwd + '/rule.txt', better); print('[1, 2'); print('7')")]
    [InlineData("write(cwd + '/rule.txt', better); print('{\"id\": 1, \"id\": 1}')")]
    [InlineData("write(cwd + '/rule.txt', better)\n        while True: pass")]
    [InlineData("outcome = lambda kind: ask('session/request_permission', toolCall={'toolCallId': 't', 'kind': kind}, options=[{'optionId': 'yes', 'name': 'Yes', 'kind': 'allow_once'}, {'optionId': 'no', 'name': 'No', 'kind': 'reject_once'}])['result']['outcome']['optionId']\n        if outcome('edit') == 'yes' and outcome('execute') == 'no' and outcome('delete') == 'no': write(cwd + '/rule.txt', better)")]
    public async Task What_goes_through_the_gate_is_the_child_however_the_agent_ends(string turn)
    {
        var proposal = await ProposeAsync(turn);

        Assert.Equal(Program.Replace("\nx\n", "\ny\n", StringComparison.Ordinal), proposal.Child.Files["rule.txt"]);
    }

    [Theory]
    [InlineData("pass", "it changed nothing (it stopped with 'end_turn')")]
    [InlineData("reason = 'refusal'", "it changed nothing (it stopped with 'refusal')")]
    [InlineData("write(cwd + '/rule.txt', text.replace('fixed', 'free'))", "'rule.txt' was changed outside its evolve blocks")]
    [InlineData("write(cwd + '/../archive/step-4/SCORE.txt', 'score 0')", "it was refused writing '/tmp/tree/work/../archive/step-4/SCORE.txt'")]
    [InlineData("open(cwd + '/rule.txt', 'w').write(better)", "it changed nothing")]
    [InlineData("print('x' * 9000000, end='')", "it wrote a message of more than 8 million characters")]
    [InlineData("write(cwd + '/rule.txt', better + '#' * 3000000)", "it was refused writing 'rule.txt' with more than 2 MiB")]
    [InlineData("sys.exit(0)", "it ended without an answer to 'session/prompt'")]
    public async Task Who_writes_nothing_that_counts_makes_no_child(string turn, string reason)
    {
        var none = await Assert.ThrowsAsync<ProposalException>(() => ProposeAsync(turn));

        Assert.Contains(reason, none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_of_the_protocol_is_not_guessed_at()
    {
        var none = await Assert.ThrowsAsync<ProposalException>(() => ProposeAsync("pass", version: 7));

        Assert.Contains("it speaks version 7 of the Agent Client Protocol; expected 1", none.Message, StringComparison.Ordinal);
    }

    private Task<Proposal> ProposeAsync(string turn, int version = 1)
    {
        var script = Agent.Replace("VERSION", $"{version}", StringComparison.Ordinal).Replace("TURN", $"        {turn}", StringComparison.Ordinal);
        var parent = new Candidate(4, Artifact.Of("rule.txt", Program), Evaluation.Of(1), []);
        var options = new CoderOptions { Name = "scripted", Command = ["python3", "-c", script], Acp = true, TimeLimit = 8 };
        return new CoderProposer(options, _sandbox).ProposeAsync(new Problem { Name = "toy", Seeds = [parent.Artifact] }, [parent], 1, Token);
    }
}
