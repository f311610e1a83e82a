using System.CommandLine;
using Cambrian.Constructions;
using Cambrian.Report;
using Cambrian.Sandbox;

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
            using var read = await RecordedRun.ReadAsync(host, parsed.GetValue(run), cancellation).ConfigureAwait(false);
            var subject = read with { Picture = await PictureAsync(host, read, cancellation).ConfigureAwait(false) };
            var given = host.Absolute(parsed.GetValue(place) ?? subject.RunPath);
            var file = Directory.Exists(given) ? Path.Combine(given, "report.html") : given;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!); // a file always lies in a folder
            await File.WriteAllTextAsync(file, ReportPage.Of(subject), cancellation).ConfigureAwait(false);
            await host.Output.WriteLineAsync(host.Relative(file)).ConfigureAwait(false);
            return (int)ExitCode.Done;
        });
        return command;
    }

    // Only problems of constructions have something to draw. A report without its picture is better than none.
    private static async Task<string?> PictureAsync(Host host, ReportSubject subject, CancellationToken cancellation)
    {
        if (subject is not { Folder.File.Evaluator.Check: not null, Winner.Artifact: { } winner })
        {
            return null;
        }

        try
        {
            var judge = await ProblemJudge.OpenAsync(subject.Folder, allowWeakIsolation: false, cancellation).ConfigureAwait(false);
            await using var disposal = judge.ConfigureAwait(false);
            return (await judge.RunAsync(winner, cancellation).ConfigureAwait(false)).Picture;
        }
        catch (Exception fault) when (fault is InvalidDataException or SandboxUnavailableException)
        {
            await host.Error.WriteLineAsync($"cambrian: the report has no picture of what the winner makes: {fault.Message}").ConfigureAwait(false);
            return null;
        }
    }
}
