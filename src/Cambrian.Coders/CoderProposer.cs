using Cambrian.Core;
using Cambrian.Sandbox;

namespace Cambrian.Coders;

#pragma warning disable CA1001 // A SemaphoreSlim whose wait handle nobody asks for holds nothing to dispose.
/// <summary>
/// A coding agent as proposer. It works in a fresh work tree inside the sandbox, with its tools, and may read other programs and
/// their scores. It is judged by the files it leaves alone: exit codes and words of agents are known to be green over nothing.
/// </summary>
/// <param name="options">The agent.</param>
/// <param name="sandbox">Where it works.</param>
public sealed class CoderProposer(CoderOptions options, SandboxRunner sandbox) : IProposer
{
    /// <summary>What the origins of its children begin with; also its name among other proposers.</summary>
    public const string Kind = "coder";

    private readonly SemaphoreSlim? _places;

    /// <summary>How many of it work at a time, at most; 0, the default, for as many as it is asked for.</summary>
    public int AtATime
    {
        get;
        init
        {
            field = value;
            _places = value > 0 ? new SemaphoreSlim(value) : null;
        }
    }

    private string Origin => $"{Kind}/{options.Name}";

    /// <summary>Why an agent cannot be started; null when it can.</summary>
    public static string? Missing(CoderOptions options) => options.Command[0] is var program && (program.Contains('/', StringComparison.Ordinal) ? File.Exists(program) : Toolchain.Find(program) is not null)
        ? null
        : $"The agent {options.Name} cannot be started: there is no '{program}' here. Install it, or name its place as the first word of its command.";

    /// <inheritdoc/>
    public async Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        if (Missing(options) is { } missing)
        {
            throw new ProposalException(missing, Origin);
        }

        await (_places?.WaitAsync(cancellation) ?? Task.CompletedTask).ConfigureAwait(false);
        try
        {
            return await WorkAsync(problem, parents, seed, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _places?.Release();
        }
    }

    private async Task<Proposal> WorkAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        var effort = options.Effort * Math.Max(1, parents[0].Evaluation.Cost);
        var folder = Directory.CreateTempSubdirectory("cambrian-coder-");
        try
        {
            CoderBrief.Write(folder.FullName, problem, parents);
            CopySettings(Path.Combine(folder.FullName, "home"));
            var task = CoderBrief.Task(problem, parents[0]);
            var command = CoderCommand.Of(options, folder.FullName, task, seed);
            var way = CoderCommand.WayOut(options, folder.FullName);
            var (program, reason) = await WithEndpointsAsync(way, () => options.Acp
                ? TalkAsync(command, parents[0].Artifact, task, cancellation)
                : RunAsync(command, parents[0].Artifact, cancellation)).ConfigureAwait(false);
            var secrets = new CoderSecrets(options);
            (program, reason) = program is not null && secrets.FoundIn(program) is { } leaked ? (null, $"it wrote the value of {leaked} into the program") : (program, secrets.Redact(reason));
            return program is not null
                ? new Proposal(program, Origin, [parents[0]]) { Effort = effort }
                : throw new ProposalException($"The agent {options.Name} made no child: {reason}.", Origin) { Effort = effort };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<(Artifact? Program, string Reason)> WithEndpointsAsync(string? socket, Func<Task<(Artifact? Program, string Reason)>> work)
    {
        if (socket is null)
        {
            return await work().ConfigureAwait(false);
        }

        var proxy = new EndpointProxy(socket, options.Endpoints);
        await using var closing = proxy.ConfigureAwait(false);
        var (program, reason) = await work().ConfigureAwait(false);
        return (program, proxy.Refused.Count == 0 ? reason : $"{reason} (it asked in vain for {string.Join(", ", proxy.Refused)})");
    }

    private async Task<(Artifact? Program, string Reason)> RunAsync(SandboxedCommand command, Artifact parent, CancellationToken cancellation)
    {
        var result = await sandbox.RunAsync(command, default, cancellation).ConfigureAwait(false);
        var (program, reason) = result.Output.IsEmpty
            ? (null, "it left no files")
            : await WorkTree.ReadAsync(parent, result.Output, cancellation).ConfigureAwait(false);
        return (program, $"{reason} ({Ending(result.Exit)})");
    }

    // What it wrote until it stopped, was interrupted or lost its tongue counts.
    private async Task<(Artifact? Program, string Reason)> TalkAsync(SandboxedCommand command, Artifact parent, string task, CancellationToken cancellation)
    {
        var gate = new AcpGate(CoderCommand.Root, new Dictionary<string, string>(parent.Files, StringComparer.Ordinal));
        var process = await sandbox.StartAsync(command).ConfigureAwait(false);
        await using var disposal = process.ConfigureAwait(false);
        using var killing = cancellation.Register(() => process.Kill());
        using var connection = new AcpConnection(process.Input, process.Output, gate);
        string ending;
        try
        {
            ending = $"it stopped with '{await connection.PromptAsync(CoderCommand.Root, task, cancellation).ConfigureAwait(false)}'";
        }
        catch (Exception fault) when (fault is AcpException or IOException or InvalidOperationException or FormatException && !cancellation.IsCancellationRequested)
        {
            ending = fault is AcpException ? fault.Message : "what it said was no message of the Agent Client Protocol";
        }

        cancellation.ThrowIfCancellationRequested();
        var (program, reason) = WorkTree.Judge(parent, new Artifact(gate.Files));
        return (program, $"{reason} ({ending}{(gate.Refused.Length > 0 ? $"; it was refused {gate.Refused}" : "")})");
    }

    // Settings below the home folder are copied into the agent's own, as agents write there too.
    private void CopySettings(string home)
    {
        var root = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        foreach (var given in options.Reads.Where(path => path.StartsWith("~/", StringComparison.Ordinal)))
        {
            var (from, to) = (Path.Combine(root, given[2..]), Path.Combine(home, given[2..]));
            if (File.Exists(from))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(to) ?? home);
                File.Copy(from, to);
            }
        }
    }

    private static string Ending(SandboxExit exit) => exit switch
    {
        { Reason: ExitReason.Exited, Code: 0 } => "it ended as if all were well",
        { Reason: ExitReason.Exited, Code: 124 or 137 } => "it was interrupted at its time limit",
        _ => $"it {exit.Message}",
    };
}
