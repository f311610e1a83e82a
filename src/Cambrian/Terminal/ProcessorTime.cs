using System.Diagnostics;

namespace Cambrian.Terminal;

/// <summary>Processor time of this process; what sandboxed programs use, their sandbox knows.</summary>
internal static class ProcessorTime
{
    /// <summary>Used so far, user and system.</summary>
    public static TimeSpan Used()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }
}
