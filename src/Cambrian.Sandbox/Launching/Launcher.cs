using System.IO.Pipes;
using System.Text;
using System.Text.RegularExpressions;
using Cambrian.Sandbox.ControlGroups;
using Microsoft.Win32.SafeHandles;

namespace Cambrian.Sandbox.Launching;

/// <summary>Turns a command into a watched process tree, at one grade of isolation.</summary>
/// <param name="bubblewrap">What makes the namespaces; null at the lowest grade.</param>
/// <param name="filters">The system-call filters, where there are some.</param>
/// <param name="groups">Where control groups are made, where there are any.</param>
internal sealed partial class Launcher(Bubblewrap? bubblewrap, FilterFiles? filters, ControlGroupTree? groups) : IDisposable
{
    private readonly ParentThread _parent = new();
    private readonly ProcessWatch _watch = new();
    private readonly string _mark = $"cambrian-host-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}";
    private readonly Lock _gate = new();
    private Undertaker? _undertaker;
    private bool _disposed;

    /// <summary>Starts the command.</summary>
    public async Task<SandboxedProcess> StartAsync(SandboxedCommand command)
    {
#pragma warning disable CA2000 // The process takes over the streams, the view and the status file, and disposes them.
        using var input = Pipe.ToChild();
        using var output = Pipe.FromChild();
        using var error = Pipe.FromChild();
        using var status = Pipe.FromChild();
        var view = bubblewrap is null ? HostView.Open(_mark) : HostView.None;
        var plan = view.Apply(command);
        var statusFile = status.OpenHandle();
        try
        {
            var tree = await _parent.RunAsync(() => Start(plan, view, input, [output.ChildEnd, error.ChildEnd, status.ChildEnd], statusFile)).ConfigureAwait(false);
            return new SandboxedProcess(tree, input.Open(PipeDirection.Out), output.Open(PipeDirection.In), error.Open(PipeDirection.In), view, statusFile);
        }
        catch
        {
            view.Dispose();
            statusFile.Dispose();
            throw;
        }
    }

#pragma warning restore CA2000

    /// <inheritdoc/>
    public void Dispose()
    {
        // From here on nothing is started; what was started is watched.
        lock (_gate)
        {
            _disposed = true;
        }

        _watch.Dispose();
        _parent.Dispose();
        _undertaker?.Dispose();
        filters?.Dispose();
    }

    private ProcessTree Start(SandboxedCommand command, HostView view, Pipe input, ReadOnlySpan<int> descriptors, SafeFileHandle status)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SandboxRunner));
            _undertaker ??= new Undertaker(_mark, groups);
            var tree = Spawn(command, view, [input.ChildEnd, .. descriptors], status);
            _watch.Add(tree);

            // The word without which the shell does nothing: from here on it is found by its mark, and watched.
            input.WriteLine();
            return tree;
        }
    }

    private ProcessTree Spawn(SandboxedCommand command, HostView view, ReadOnlySpan<int> descriptors, SafeFileHandle status)
    {
#pragma warning disable CA2000 // The tree disposes the group once it is empty.
        var group = groups?.Create(command.Limits);
#pragma warning restore CA2000
        try
        {
            var toolchain = Toolchain.Of(command);
            List<string> arguments = ["/bin/sh", "-c", Script(command, group, view), _mark];
            if (bubblewrap is not null)
            {
                arguments.AddRange(bubblewrap.Arguments(command, [.. toolchain.Mounts, .. command.ReadOnly], _mark, filters is not null));
            }

            arguments.AddRange(Inner(command, toolchain, group));
            var process = Spawner.Start(arguments, [.. Variables(command, toolchain, view)], bubblewrap is null ? descriptors[..3] : descriptors, filters is null ? [] : [filters.Of(command).ChildPath]);
            return new ProcessTree(_watch, process, command.Limits, group)
            {
                ReadCode = bubblewrap is null ? code => code : _ => ReadCode(status),
                KillStragglers = bubblewrap is null ? () => view.KillStragglers(process) : null,
                RemoveGroup = _parent.Remove,
            };
        }
        catch
        {
            group?.TryRemove();
            group?.Dispose();
            throw;
        }
    }

    // The shell does what must happen in the new process before bubblewrap starts: it costs a millisecond, and needs no code of ours in a fork.
    private static string Script(SandboxedCommand command, ControlGroup? group, HostView view)
    {
        var limits = command.Limits;
        // The first line of the input is the host's word to go on; a host that is gone gives none.
        var script = new StringBuilder("read -r _ || exit 125; ");
        foreach (var file in group?.JoinFiles ?? [])
        {
            script.Append("echo 0 > '").Append(file).Append("' || exit 125; ");
        }

        // A limit that is already lower than ours may refuse to be raised; it is then strict enough.
        script.Append("ulimit -c 0 || :; ulimit -n ").Append(limits.OpenFiles).Append(" 2>/dev/null || :; ");
        if (limits.CpuTime != Timeout.InfiniteTimeSpan)
        {
            script.Append("ulimit -t ").Append((long)Math.Ceiling(limits.CpuTime.TotalSeconds) + 1).Append(" 2>/dev/null || :; ");
        }

        // Should the whole machine run out of memory, the kernel takes this first.
        script.Append("echo 1000 > /proc/self/oom_score_adj; ");
        return script.Append(view.Script(limits, command.WorkingDirectory)).Append("exec \"$@\"").ToString();
    }

    // Without a control group the number of processes is a resource limit; set inside, it counts those of the sandbox's own user alone.
    private IEnumerable<string> Inner(SandboxedCommand command, Toolchain toolchain, ControlGroup? group) =>
        group is null && bubblewrap is not null
            ? ["/bin/sh", "-c", $"ulimit -p {command.Limits.Processes + 1} 2>/dev/null || :; exec \"$@\"", "sh", toolchain.Program, .. command.Command.Skip(1)]
            : [toolchain.Program, .. command.Command.Skip(1)];

    private static IEnumerable<string> Variables(SandboxedCommand command, Toolchain toolchain, HostView view)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = toolchain.SearchPath,
            ["HOME"] = view.Scratch,
            ["TMPDIR"] = view.Scratch,
            ["LANG"] = "C.UTF-8",
        };
        foreach (var (name, value) in command.Environment)
        {
            variables[name] = value;
        }

        return variables.Select(variable => $"{variable.Key}={variable.Value}");
    }

    // bwrap writes JSON objects; the one with the exit code comes only when the command was started.
    private static int? ReadCode(SafeFileHandle status)
    {
        Span<byte> text = stackalloc byte[4096];
        var length = Pipe.ReadToEnd(status, text);
        var match = ExitCode().Match(Encoding.UTF8.GetString(text[..length]));
        return match.Success ? int.Parse(match.Groups[1].ValueSpan) : null;
    }

    [GeneratedRegex("\"exit-code\"\\s*:\\s*([0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex ExitCode();
}
