using Cambrian.Sandbox.ControlGroups;
using Microsoft.Win32.SafeHandles;

namespace Cambrian.Sandbox.Launching;

/// <summary>
/// A small process that outlives the host. When the host is gone without a word, by whatever end, it kills what the host's sandboxes
/// still run and removes their control groups. Bubblewrap asks the kernel to be killed with its parent, but only some milliseconds
/// after its start, and its inner process asks when it is set up: a host killed meanwhile would leave a sandbox without limits behind.
/// </summary>
internal sealed class Undertaker : IDisposable
{
    // Until a round finds nothing three times in a row: a process is not found by its mark at the moment in which it becomes another
    // program. Groups need no such patience, as what has not joined its group yet cannot once the group is removed.
    private const string Script = """
        exec >/dev/null 2>&1
        trap '' HUP INT QUIT TERM
        read -r _ && exit 0
        mark=$1; shift; quiet=0; rounds=0
        while [ $quiet -lt 3 ] && [ $rounds -lt 5000 ]; do
          found=; rounds=$((rounds + 1))
          for stem; do for group in "$stem"*/; do
            [ -d "$group" ] || continue
            found=1
            echo 1 > "$group/cgroup.kill"
            while read -r process; do [ "$process" = 0 ] || kill -9 "$process"; done < "$group/cgroup.procs"
            rmdir "$group"
          done; done
          for file in $(grep -ls -- "$mark" /proc/[0-9]*/cmdline /proc/[0-9]*/environ); do
            process=${file#/proc/}; kill -9 "${process%/*}" && found=1
          done
          quiet=$((quiet + 1)); [ -z "$found" ] || quiet=0
          sleep 0.02
        done
        """;

    private readonly SafeFileHandle _lifeline;
    private readonly int _process;

    /// <summary>Starts it.</summary>
    /// <param name="mark">A word in the command line or the environment of every process that sets a sandbox up, at any moment.</param>
    /// <param name="groups">Where the sandboxes have their control groups, if they have any.</param>
    public Undertaker(string mark, ControlGroupTree? groups)
    {
        using var pipe = Pipe.ToChild();
        // A pattern that does not match itself: neither it nor its grep must find themselves.
        string[] command = ["/bin/sh", "-c", Script, "sh", $"[{mark[0]}]{mark[1..]}", .. groups?.Stems ?? []];
        _process = Spawner.Start(command, ["PATH=/usr/local/bin:/usr/bin:/bin"], [pipe.ChildEnd]);
        _lifeline = pipe.OpenHandle();
    }

    /// <summary>Sends it away, as there is nothing to do for it, and waits until it has gone.</summary>
    public void Dispose()
    {
        Pipe.WriteLine(_lifeline);
        _lifeline.Dispose();
        _ = Native.Wait(_process, out _, 0, out _);
    }
}
