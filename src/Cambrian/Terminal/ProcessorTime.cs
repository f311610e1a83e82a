using System.Diagnostics;
using System.Globalization;

namespace Cambrian.Terminal;

/// <summary>Processor time of this process and of the children it has waited for.</summary>
internal static class ProcessorTime
{
    // Linux reports children in clock ticks, of which every architecture .NET runs on has 100 a second.
    private const double TicksPerSecond = 100;

    /// <summary>All processor time used so far.</summary>
    public static TimeSpan Used()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime + OfChildren();
    }

    // proc(5): fields 16 and 17 of stat; the name in field 2 may hold blanks and brackets, so counting starts behind it.
    private static TimeSpan OfChildren()
    {
        if (!File.Exists("/proc/self/stat"))
        {
            return TimeSpan.Zero;
        }

        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((Ticks(fields[13]) + Ticks(fields[14])) / TicksPerSecond);
    }

    private static double Ticks(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
