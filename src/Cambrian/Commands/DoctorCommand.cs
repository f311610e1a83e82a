using System.CommandLine;
using System.Runtime.InteropServices;
using Cambrian.Sandbox;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary><c>cambrian doctor</c>: what this machine offers.</summary>
internal static class DoctorCommand
{
    private const long EnoughDiskBytes = 1L << 30;

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var command = new ExampledCommand("doctor", "Say what this machine offers for isolating candidates, by trying it, and how to get more.", "cambrian doctor");
        command.SetAction((_, cancellation) => LookAsync(host, cancellation));
        return command;
    }

    private static async Task<int> LookAsync(Host host, CancellationToken cancellation)
    {
        var machine = await Machine.ProbeAsync(cancellation).ConfigureAwait(false);
        Finding[] findings = [.. machine.Findings, .. Around(host)];
        foreach (var finding in findings)
        {
            await host.Output.WriteLineAsync($"{(finding.Good ? "ok  " : "look")}  {finding.Name,-15} {PlainText.Line(finding.Found, 300)}").ConfigureAwait(false);
            if (finding.Advice.Length > 0)
            {
                await host.Output.WriteLineAsync($"      {"",-15} → {PlainText.Line(finding.Advice, 500)}").ConfigureAwait(false);
            }
        }

        var enough = machine.Grade >= IsolationGrade.Namespaces;
        await host.Output.WriteLineAsync($"\nIsolation: {machine.Isolation}").ConfigureAwait(false);
        await host.Output.WriteLineAsync(Verdict(machine.Grade)).ConfigureAwait(false);
        return (int)(enough ? ExitCode.Done : ExitCode.Isolation);
    }

    private static string Verdict(IsolationGrade grade) => grade switch
    {
        IsolationGrade.Full => "Candidates are fully contained: no network, no files but their own, memory and processes limited for the whole tree.",
        IsolationGrade.Namespaces => "Candidates are contained: no network, no files but their own; memory is limited per process only.",
        _ => "Candidates cannot be contained here. Runs are refused unless --allow-weak-isolation is given; the grade is then recorded with every score.",
    };

    private static IEnumerable<Finding> Around(Host host)
    {
        yield return new Finding("system", Good: true, $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        yield return Toolchain.Find("python3") is { } python
            ? new Finding("python3", Good: true, python.Program)
            : new Finding("python3", Good: false, "is not installed", "only problems whose evaluator is a Python command need it: 'sudo apt-get install python3'");
        var free = new DriveInfo(host.Directory).AvailableFreeSpace;
        yield return new Finding("disk", free >= EnoughDiskBytes, $"{free >> 20} MiB free in {host.Directory}", free >= EnoughDiskBytes ? "" : "a long run may need more: make room, or give --out a folder elsewhere");
    }
}
