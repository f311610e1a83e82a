using System.Globalization;
using Cambrian.Sandbox.Launching;
using Microsoft.Win32.SafeHandles;

namespace Cambrian.Sandbox.ControlGroups;

/// <summary>The control group of one sandbox: limits memory and processes of the whole tree and counts what it uses.</summary>
internal sealed class ControlGroup : IDisposable
{
    private readonly ControlGroupFiles _files;
    private readonly IReadOnlyList<string> _folders;
    private readonly SafeFileHandle _cpu;

    /// <summary>Makes the folders and writes the limits.</summary>
    /// <param name="files">Names and units of the flavour's files.</param>
    /// <param name="folders">One per controller (v1) or one in all (v2): memory, pids, cpu.</param>
    /// <param name="limits">What to allow.</param>
    public ControlGroup(ControlGroupFiles files, IReadOnlyList<string> folders, SandboxLimits limits)
    {
        (_files, _folders) = (files, folders);
        foreach (var folder in folders)
        {
            Directory.CreateDirectory(folder);
        }

        Write(Memory, files.MemoryLimit, limits.MemoryBytes);
        if (files.SwapLimit is { } swap && File.Exists(Path.Combine(Memory, swap)))
        {
            Write(Memory, swap, files.SwapCountsMemory ? limits.MemoryBytes : 0);
        }

        // bwrap watches from outside and its reaper from inside: two more than the caller counts.
        Write(Pids, "pids.max", limits.Processes + 2);
        _cpu = File.OpenHandle(Path.Combine(_folders[^1], files.CpuUsage), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
    }

    /// <summary>A process joins by writing "0" into each of these.</summary>
    public IEnumerable<string> JoinFiles => _folders.Select(folder => Path.Combine(folder, "cgroup.procs"));

    /// <summary>Processor time of the whole tree so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            Span<byte> text = stackalloc byte[64];
            return _files.ParseCpu(text[..RandomAccess.Read(_cpu, text, 0)]);
        }
    }

    /// <summary>Most memory used at a time, in bytes; 0 when the kernel does not keep it.</summary>
    public long PeakMemoryBytes =>
        File.Exists(Path.Combine(Memory, _files.MemoryPeak))
            ? long.Parse(File.ReadAllText(Path.Combine(Memory, _files.MemoryPeak)), CultureInfo.InvariantCulture)
            : 0;

    /// <summary>Processes killed because the tree was out of memory.</summary>
    public long MemoryKills => Counter(Path.Combine(Memory, _files.MemoryEvents), "oom_kill");

    /// <summary>Processes and threads refused because there were too many.</summary>
    public long RefusedProcesses => Counter(Path.Combine(Pids, "pids.events"), "max");

    private string Memory => _folders[0];

    private string Pids => _folders.Count > 1 ? _folders[1] : _folders[0];

    /// <summary>
    /// Whether no program in it runs any more. The dead may still be listed: bubblewrap leaves its inner process to the system's first
    /// one to be waited for, and on a busy machine the kernel takes up to a second to take a namespace down.
    /// </summary>
    public bool IsDead => File.ReadLines(Path.Combine(_folders[^1], _files.Threads)).All(IsExiting);

    /// <summary>Whether something in it runs, or would if it got a processor.</summary>
    public bool IsRunnable => File.ReadLines(Path.Combine(_folders[^1], _files.Threads)).Any(thread => Status(thread) is ["R", ..]);

    /// <summary>Kills every process in it but one; a process that is just being made may be missed, so do it until the group is empty.</summary>
    public void Kill(int except)
    {
        foreach (var process in Members("cgroup.procs"))
        {
            _ = process == except ? 0 : Native.Signal(process, Native.Kill);
        }

        // Dying, and waiting for the dead, take processor time too, that of each thread. They run no code of their own any more.
        foreach (var thread in Members(_files.Threads))
        {
            Urgency.Raise(thread, Urgency.Dying);
        }
    }

    /// <summary>Removes the folders; false when a dying process is still in one, and it must be tried again.</summary>
    public bool TryRemove()
    {
        try
        {
            foreach (var folder in _folders.Where(Directory.Exists))
            {
                Directory.Delete(folder);
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _cpu.Dispose();

    // One that our own namespace cannot see is listed as 0, and killing 0 would kill ourselves.
    private IEnumerable<int> Members(string file) =>
        File.ReadLines(Path.Combine(_folders[^1], file)).Select(line => int.Parse(line, CultureInfo.InvariantCulture)).Where(member => member > 0);

    // The flags are the seventh field behind the name, and have PF_EXITING in their third bit.
    private static bool IsExiting(string thread) =>
        Status(thread) is not [_, _, _, _, _, _, var flags, ..] || (uint.Parse(flags, CultureInfo.InvariantCulture) & 4) != 0;

    // The fields of stat behind the name, which may hold anything; nothing of a thread that is gone.
    private static string[] Status(string thread)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{thread}/stat");
            return stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static void Write(string folder, string file, long value) =>
        File.WriteAllText(Path.Combine(folder, file), value.ToString(CultureInfo.InvariantCulture));

    // Lines of "name value".
    private static long Counter(string path, string name)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith(name, StringComparison.Ordinal) && line.Length > name.Length && line[name.Length] == ' ')
            {
                return long.Parse(line.AsSpan(name.Length + 1), CultureInfo.InvariantCulture);
            }
        }

        return 0;
    }
}
