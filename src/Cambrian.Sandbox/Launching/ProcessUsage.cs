using System.Globalization;
using Cambrian.Sandbox.ControlGroups;

namespace Cambrian.Sandbox.Launching;

/// <summary>What a process and everything below it uses: from its control group, else summed over /proc.</summary>
/// <param name="process">The topmost one.</param>
/// <param name="group">Its control group, if it has one.</param>
internal sealed class ProcessUsage(int process, ControlGroup? group)
{
    // sysconf(_SC_CLK_TCK) is 100 on every Linux that .NET runs on.
    private const int TicksPerSecond = 100;

    private const int BubblewrapProcesses = 2;

    /// <summary>Processor time so far.</summary>
    public TimeSpan Cpu => group?.Cpu ?? TimeSpan.FromSeconds(Tree(process).Sum(CpuTicks) / (double)TicksPerSecond);

    /// <summary>The living children of a process: the kernel lists them by the thread that started them.</summary>
    public static IReadOnlyList<int> Children(int process)
    {
        var children = Threads(process).SelectMany(thread => Read(thread + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return [.. children.Select(child => int.Parse(child, CultureInfo.InvariantCulture))];
    }

    /// <summary>Whether the tree is, or was, above its memory limit.</summary>
    public bool IsOutOfMemory(long limitBytes) => group is not null
        ? group.MemoryKills > 0
        // What processes share counts once, but that is dear to find out: only when the cheap sum is too high.
        : Tree(process).Sum(ResidentBytes) > limitBytes && Tree(process).Sum(ProportionalBytes) > limitBytes;

    /// <summary>Whether the tree has more processes than allowed. With a control group the kernel sees to it that it has not.</summary>
    public bool HasTooMany(int limit) => group is null && Tree(process).Take(limit + BubblewrapProcesses + 1).Count() > limit + BubblewrapProcesses;

    private static IEnumerable<int> Tree(int root) => Children(root).SelectMany(Tree).Prepend(root);

    // Fields 14 to 17 of stat: user and system time, own and of children waited for. They start behind the name, which may hold anything.
    private static long CpuTicks(int process)
    {
        var stat = Read($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length < 15 ? 0 : fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
    }

    private static long ResidentBytes(int process)
    {
        var fields = Read($"/proc/{process}/statm").Split(' ');
        return fields.Length < 2 ? 0 : long.Parse(fields[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }

    // "Pss:   1234 kB"; where it may not be read, the resident size stands for it.
    private static long ProportionalBytes(int process)
    {
        var line = Read($"/proc/{process}/smaps_rollup").Split('\n').FirstOrDefault(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return line is null ? ResidentBytes(process) : long.Parse(line.AsSpan("Pss:".Length, line.Length - "Pss:kB".Length), CultureInfo.InvariantCulture) << 10;
    }

    private static string[] Threads(int process)
    {
        try
        {
            return Directory.GetDirectories($"/proc/{process}/task");
        }
        catch (IOException)
        {
            return [];
        }
    }

    // A process may end at any moment; what is gone uses nothing.
    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
