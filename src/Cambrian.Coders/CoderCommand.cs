using System.Globalization;
using Cambrian.Sandbox;

namespace Cambrian.Coders;

/// <summary>What runs in an agent's sandbox: its work tree is laid out, its way to its endpoints opened, the agent run, its tree sent home.</summary>
internal static class CoderCommand
{
    /// <summary>Where the agent works.</summary>
    public const string Root = "/tmp/tree/work";

    private const string Given = "/given";
    private const string Worker = "Cambrian.Worker.dll";
    private const string Port = "3128";

    // Few agents can use it; those that can repeat themselves.
    private const string Seed = "CAMBRIAN_SEED";
    private const string Relay = "CAMBRIAN_RELAY";

    // The agent's own output goes aside; what comes home are the files. What it was given is mounted to be read, the archive stays there. Interrupted and not killed, it loses nothing of them.
    private const string Prelude = """
        mkdir -p /tmp/tree "$HOME" && cp -r /given/work /tmp/tree/ && ln -s /given/archive /tmp/tree/archive
        if [ -d /given/home ]; then cp -r /given/home/. "$HOME"/; fi
        cd /tmp/tree/work && chmod -R u+w . && limit=$1 && shift

        """;

    // It says a word when it can be reached; until then the agent would find nobody.
    private const string Opening = $"""
        mkfifo /tmp/open && "${Relay}" {DotnetWorker.Folder}/{Worker} relay {Port} {Given}/{Way} >/tmp/open 2>/dev/null </dev/null &
        until [ -p /tmp/open ]; do sleep 0.01; done; read word </tmp/open; unset {Relay}

        """;

    private const string Script = """
        timeout -k 5 "$limit" "$@" </dev/null >&2
        code=$?
        tar -cf - -C /tmp/tree/work .
        exit $code
        """;

    private const string Talk = """
        exec timeout -k 5 "$limit" "$@"
        """;

    private const string Way = "way-out";

    /// <summary>The socket file of the proxy for the agent's endpoints; null when it needs none: it has no network, or all of it.</summary>
    /// <param name="options">The agent.</param>
    /// <param name="folder">What the agent is given.</param>
    public static string? WayOut(CoderOptions options, string folder) => Reach(options) == NetworkReach.Inside ? Path.Combine(folder, Way) : null;

    /// <summary>The command.</summary>
    /// <param name="options">The agent.</param>
    /// <param name="folder">What it is given: work, archive, home, and the way out.</param>
    /// <param name="task">The task in words.</param>
    /// <param name="seed">For agents that can repeat themselves.</param>
    public static SandboxedCommand Of(CoderOptions options, string folder, string task, int seed)
    {
        var relay = Reach(options) == NetworkReach.Inside ? DotnetWorker.Command(Path.Combine(AppContext.BaseDirectory, Worker), SandboxLimits.Default) : null;
        var script = Prelude + (relay is null ? "" : Opening) + (options.Acp ? Talk : Script);
        return new SandboxedCommand
        {
            Command = ["/bin/sh", "-c", script, "coder", Invariant(options.TimeLimit), .. options.Command.Select(word => word.Replace(CoderOptions.Task, task, StringComparison.Ordinal))],
            ReadOnly = [new Mount(folder, Given), .. Toolchain.Find(options.Command[0])?.Mounts ?? [], .. relay is null ? [] : relay.ReadOnly.Concat(Toolchain.Find(relay.Command[0])?.Mounts ?? [])],
            Environment = Variables(options, relay?.Command[0])
                .Append(KeyValuePair.Create(Seed, seed.ToString(CultureInfo.InvariantCulture)))
                .ToDictionary(StringComparer.Ordinal),
            Network = Reach(options),
            Limits = Limits(options),
        };
    }

    private static NetworkReach Reach(CoderOptions options) =>
        !options.Network ? NetworkReach.None : options.Endpoints.Contains(CoderOptions.Everything) ? NetworkReach.Host : NetworkReach.Inside;

    private static IEnumerable<KeyValuePair<string, string>> Variables(CoderOptions options, string? relay)
    {
        var named = options.Environment.Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name) ?? "")).Where(variable => variable.Value.Length > 0);
        // The names that curl, Node, Python and Rust clients read; NODE_USE_ENV_PROXY since Node 24.
        string[] proxied = relay is null ? [] : ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
        return [
            .. named,
            .. proxied.Select(name => KeyValuePair.Create(name, $"http://127.0.0.1:{Port}")),
            .. relay is null ? [] : new[] { KeyValuePair.Create("NODE_USE_ENV_PROXY", "1"), KeyValuePair.Create(Relay, relay) },
        ];
    }

    private static SandboxLimits Limits(CoderOptions options) => new()
    {
        WallTime = TimeSpan.FromSeconds(options.TimeLimit + 30),
        CpuTime = Timeout.InfiniteTimeSpan,
        MemoryBytes = (long)options.Memory << 20,
        Processes = 512,
        ScratchBytes = 1L << 30,
        OutputBytes = 64 << 20,
        OpenFiles = 4096,
    };

    private static string Invariant(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);
}
