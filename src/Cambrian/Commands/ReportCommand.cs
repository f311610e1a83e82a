using System.CommandLine;
using Cambrian.Report;

namespace Cambrian.Commands;

/// <summary><c>cambrian report</c>: a run as one HTML file.</summary>
internal static class ReportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var run = RecordedRun.Argument();
        var place = OptionKinds.Place("--out", "the file to write (default: report.html in the run's folder)", "FILE");
        var command = new ExampledCommand(
            "report",
            "Write a run as one HTML file that needs nothing else: curves, lineage, archive map, operators, differences.",
            "cambrian report",
            "cambrian report runs/bin-packing-1-1 --out bin-packing.html")
        {
            run,
            place,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var subject = await RecordedRun.ReadAsync(host, parsed.GetValue(run), cancellation).ConfigureAwait(false);
            var given = host.Absolute(parsed.GetValue(place) ?? subject.RunPath);
            var file = Directory.Exists(given) ? Path.Combine(given, "report.html") : given;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!); // a file always lies in a folder
            await File.WriteAllTextAsync(file, ReportPage.Of(subject), cancellation).ConfigureAwait(false);
            await host.Output.WriteLineAsync(host.Relative(file)).ConfigureAwait(false);
            return (int)ExitCode.Done;
        });
        return command;
    }
}
