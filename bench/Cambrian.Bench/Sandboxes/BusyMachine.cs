using System.Diagnostics;
using System.Globalization;

namespace Cambrian.Bench.Sandboxes;

/// <summary>Other work on the machine: processes that compute for ever, until this object is disposed.</summary>
public sealed class BusyMachine : IDisposable
{
    private readonly Process[] _processes;

    /// <summary>Starts them.</summary>
    /// <param name="processes">How many.</param>
    /// <param name="niceness">Of each; 0 competes as an equal.</param>
    public BusyMachine(int processes, int niceness) => _processes = [.. Enumerable.Range(0, processes).Select(_ =>
        Process.Start("nice", ["-n", niceness.ToString(CultureInfo.InvariantCulture), "/bin/sh", "-c", "while :; do :; done"]))];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
