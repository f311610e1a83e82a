using System.Globalization;
using System.Runtime.InteropServices;

namespace Cambrian.Bench.Measuring;

/// <summary>Where and when something was measured.</summary>
public static class Machine
{
    /// <summary>One line: processor, cores, memory, system, runtime, how busy it was, date, commit.</summary>
    /// <param name="loadBefore">The load when the measurement began; other people's work shows in it.</param>
    /// <param name="cancellation">Stops the search for the commit.</param>
    public static async Task<string> DescribeAsync(double loadBefore, CancellationToken cancellation)
    {
        var processor = Field("/proc/cpuinfo", "model name");
        var memory = long.Parse(Field("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) / 1024.0 / 1024;
        var commit = (await Child.RunAsync("git", ["rev-parse", "--short", "HEAD"], cancellation)).Output.Trim();
        return FormattableString.Invariant(
            $"{processor}, {Environment.ProcessorCount} cores, {memory:0} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; ")
            + FormattableString.Invariant($"load {loadBefore:0.0} before and {Load():0.0} after; {DateTime.UtcNow:yyyy-MM-dd}; commit {commit}.");
    }

    /// <summary>Mean number of processes that wanted to run in the last minute.</summary>
    public static double Load() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>The most physical memory this process has held so far, in megabytes (10⁶ bytes).</summary>
    public static double PeakMegabytes() => Kilobytes("/proc/self/status", "VmHWM") * 1024 / 1e6;

    /// <summary>Physical memory of a process, everything it shares with others included, in megabytes; 0 when it is gone.</summary>
    public static double ResidentMegabytes(int process) => Rollup(process, "Rss");

    /// <summary>Physical memory that a process has for itself alone, in megabytes; 0 when it is gone.</summary>
    public static double PrivateMegabytes(int process) => Rollup(process, "Private_Clean") + Rollup(process, "Private_Dirty");

    private static double Rollup(int process, string name)
    {
        try
        {
            return Kilobytes($"/proc/{process}/smaps_rollup", name) * 1024 / 1e6;
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static double Kilobytes(string path, string name) => double.Parse(Field(path, name).Split(' ')[0], CultureInfo.InvariantCulture);

    private static string Field(string path, string name) =>
        File.ReadLines(path).First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(':', 2)[1].Trim();
}
