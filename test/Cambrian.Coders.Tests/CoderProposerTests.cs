using System.Net;
using System.Net.Sockets;
using Cambrian.Sandbox;

namespace Cambrian.Coders.Tests;

/// <summary>Agents that behave as real ones do, written in a few lines of shell, in real sandboxes.</summary>
public sealed class CoderProposerTests : IAsyncLifetime
{
    private const string Program = """
        fixed line
        # EVOLVE-BLOCK-START
        x
        # EVOLVE-BLOCK-END
        """;

    private const string Better = "sed -i 's/^x$/y/' rule.txt; ";

    private SandboxRunner _sandbox = null!; // made before any test runs

    /// <summary>The known agents that take the task as an argument; the others get it by their protocol.</summary>
    public static TheoryData<string> Headless => [.. CoderPresets.All.Values.Where(known => !known.Acp).Select(known => known.Name)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxRunner.OpenAsync(cancellation: Token);

    public ValueTask DisposeAsync()
    {
        _sandbox.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("echo '{\"type\":\"result\",\"is_error\":false,\"total_cost_usd\":0.01,\"result\":\"Done.\"}'")]
    [InlineData("exit 3")]
    [InlineData("rm -r ../archive; touch notes.md; mkdir -p .agent/cache")]
    [InlineData("head -c 50000000 /dev/zero")]
    [InlineData("sleep 1000000")]
    [InlineData("while true; do :; done")]
    [InlineData("(sleep 1000000 &)")]
    public async Task An_agent_is_judged_by_the_files_it_leaves_however_it_ends(string ending)
    {
        var proposal = await ProposeAsync(Better + ending);

        Assert.Equal(Program.Replace("\nx\n", "\ny\n", StringComparison.Ordinal), proposal.Child.Files["rule.txt"]);
        Assert.Equal(("coder/scripted", 4), (proposal.Origin, Assert.Single(proposal.Parents!).Step));
    }

    [Theory]
    [InlineData("echo 'All tests pass.'", "it changed nothing (it ended as if all were well)")]
    [InlineData("echo 'I cannot help with that.'; exit 1", "it changed nothing (it ended with exit code 1)")]
    [InlineData("sed -i 's/fixed/free/' rule.txt", "'rule.txt' was changed outside its evolve blocks")]
    [InlineData("rm rule.txt", "it removed the file 'rule.txt'")]
    [InlineData("rm rule.txt; ln -s /etc/passwd rule.txt", "it removed the file 'rule.txt', or made it something else")]
    [InlineData("printf 'x\\377' > rule.txt", "its files cannot be read")]
    [InlineData("head -c 3000000 /dev/zero > rule.txt", "it removed the file 'rule.txt', or made it something else")]
    [InlineData("kill -9 $PPID", "it changed nothing")]
    [InlineData("cd /; rm -rf /tmp/tree", "it left no files")]
    public async Task Whoever_leaves_no_program_makes_no_child_and_the_reason_is_told(string deed, string reason)
    {
        var none = await Assert.ThrowsAsync<ProposalException>(() => ProposeAsync(deed));

        Assert.Contains(reason, none.Message, StringComparison.Ordinal);
        Assert.Equal("coder/scripted", none.Origin);
    }

    [Fact]
    public async Task An_agent_that_is_not_installed_makes_no_child()
    {
        var none = await Assert.ThrowsAsync<ProposalException>(() => ProposeAsync(new CoderOptions { Name = "scripted", Command = ["no-such-agent", CoderOptions.Task] }));

        Assert.Contains("no-such-agent", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_is_given_the_task_the_scores_and_the_other_programs_and_nothing_else()
    {
        // Changes the program only when everything is as it should be; $0 is the task.
        var proposal = await ProposeAsync("""
            echo 0 2>/dev/null >../archive/step-2/SCORE.txt && exit 1
            case "$0" in *"Spell a word."*"score 2.5 (smaller is better)"*"too long"*) ;; *) exit 1 ;; esac
            [ "$(ls)" = rule.txt ] && [ "$(ls ../archive)" = "$(printf 'step-2\nstep-4')" ] && grep -q '^z$' ../archive/step-2/rule.txt && grep -q 'score 7' ../archive/step-2/SCORE.txt || exit 1

            """ + Better);

        Assert.Contains("\ny\n", proposal.Child.Files["rule.txt"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Headless))]
    public async Task A_known_agent_gets_the_task_as_one_argument_among_its_flags(string name)
    {
        var known = CoderPresets.All[name];
        var script = $"for word in \"$@\"; do case \"$word\" in *'Spell a word.'*) {Better.TrimEnd(' ', ';')} ;; *'{{ta''sk}}'*) exit 1 ;; esac; done";

        var proposal = await ProposeAsync(known with { Command = ["sh", "-c", script, .. known.Command], TimeLimit = 5 });

        Assert.Equal($"coder/{name}", proposal.Origin);
        Assert.Contains("\ny\n", proposal.Child.Files["rule.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_variables_that_are_named_reach_the_agent_and_no_network_does()
    {
        Environment.SetEnvironmentVariable("CAMBRIAN_TEST_KEY", "secret");
        Environment.SetEnvironmentVariable("CAMBRIAN_TEST_OTHER", "secret too");
        var options = Scripted("""[ "$CAMBRIAN_TEST_KEY" = secret ] && [ -z "$CAMBRIAN_TEST_OTHER" ] && [ "$(ls /sys/class/net 2>/dev/null | grep -v lo)" = "" ] && """ + Better) with { Environment = ["CAMBRIAN_TEST_KEY"] };

        Assert.Contains("\ny\n", (await ProposeAsync(options)).Child.Files["rule.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_leaves_the_agent_neither_in_a_program_nor_in_a_message()
    {
        Environment.SetEnvironmentVariable("CAMBRIAN_TEST_SECRET", "sk-never-to-be-seen");
        var options = Scripted("sed -i \"s/^x$/$CAMBRIAN_TEST_SECRET/\" rule.txt") with { Environment = ["CAMBRIAN_TEST_SECRET"] };

        var none = await Assert.ThrowsAsync<ProposalException>(() => ProposeAsync(options));

        Assert.Contains("it wrote the value of CAMBRIAN_TEST_SECRET into the program", none.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-never", none.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_of_the_network_is_there_only_where_a_person_allowed_it(bool allowed)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var options = Scripted($"python3 -c \"import socket; socket.create_connection(('127.0.0.1', {Port(server)}))\" && {Better}") with { Network = allowed, Endpoints = [CoderOptions.Everything] };

        if (allowed)
        {
            Assert.NotNull((await ProposeAsync(options)).Child);
        }
        else
        {
            await Assert.ThrowsAsync<ProposalException>(() => ProposeAsync(options));
        }
    }

    [Fact]
    public async Task An_agent_reaches_its_endpoint_through_the_proxy()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var options = Scripted(Tunnel(Port(server)) + " && " + Better) with { Network = true, Endpoints = [$"127.0.0.1:{Port(server)}"], TimeLimit = 60 };

        // Whichever fails first ends the other.
        var agent = ProposeAsync(options);
        await Task.WhenAll(agent, EchoAsync(server, agent));

        Assert.Contains("\ny\n", (await agent).Child.Files["rule.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_reaches_nobody_else_and_the_ledger_says_whom_it_asked_for()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var direct = $"python3 -c \"import socket; socket.create_connection(('127.0.0.1', {Port(server)}))\"";
        var options = Scripted($"{Tunnel(Port(server))} || {direct} || exit 1; {Better}") with { Network = true, Endpoints = ["api.example.com"], TimeLimit = 60 };

        var none = await Assert.ThrowsAsync<ProposalException>(() => ProposeAsync(options));

        Assert.Contains($"it asked in vain for 127.0.0.1:{Port(server)}", none.Message, StringComparison.Ordinal);
        Assert.False(server.Pending());
    }

    private static int Port(TcpListener server) => ((IPEndPoint)server.LocalEndpoint).Port;

    // Through the proxy that its environment names; the server sends back what it gets.
    private static string Tunnel(int port) => $"python3 -c \"import http.client, os; proxy = os.environ['HTTPS_PROXY'].split(':'); c = http.client.HTTPConnection('127.0.0.1', int(proxy[2])); c.set_tunnel('127.0.0.1', {port}); c.connect(); c.sock.sendall(b'ping'); assert c.sock.recv(4) == b'ping'\"";

    private static async Task EchoAsync(TcpListener server, Task client)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var echoing = EchoAsync(server, end.Token);
        await Task.WhenAny(echoing, client);
        await end.CancelAsync();
    }

    private static async Task EchoAsync(TcpListener server, CancellationToken end)
    {
        using var client = await server.AcceptTcpClientAsync(end);
        await client.GetStream().CopyToAsync(client.GetStream(), end);
    }

    private static CoderOptions Scripted(string script) => new() { Name = "scripted", Command = ["sh", "-c", script, CoderOptions.Task], TimeLimit = 5 };

    private Task<Proposal> ProposeAsync(string script) => ProposeAsync(Scripted(script));

    private Task<Proposal> ProposeAsync(CoderOptions options)
    {
        var parent = new Candidate(4, Artifact.Of("rule.txt", Program), Evaluation.Of(-2.5) with { Feedback = "too long" }, []);
        var other = new Candidate(2, Artifact.Of("rule.txt", Program.Replace("\nx\n", "\nz\n", StringComparison.Ordinal)), Evaluation.Of(-7), []);
        var problem = new Problem { Name = "toy", Statement = "Spell a word.", Direction = Direction.Minimise, Seeds = [parent.Artifact] };
        return new CoderProposer(options, _sandbox).ProposeAsync(problem, [parent, other], 1, Token);
    }
}
