using System.CommandLine;
using Cambrian.Core;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary><c>cambrian best</c>: the winner's files.</summary>
internal static class BestCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var run = RecordedRun.Argument();
        var place = OptionKinds.Place("--out", "write the files into this folder instead of printing them");
        var command = new ExampledCommand(
            "best",
            "Print the best program of a run, or write its files into a folder.",
            "cambrian best",
            "cambrian best runs/bin-packing-1-1 --out best-rule")
        {
            run,
            place,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var subject = await RecordedRun.ReadAsync(host, parsed.GetValue(run), cancellation).ConfigureAwait(false);
            var winner = subject.Winner ?? throw new UserException(ExitCode.Run, $"{subject.RunPath} has no best program yet: nothing was admitted. 'cambrian resume {subject.RunPath}' goes on with it.");
            await (parsed.GetValue(place) is { } folder ? WriteAsync(host, winner.Artifact, host.Absolute(folder), cancellation) : PrintAsync(host, winner.Artifact)).ConfigureAwait(false);
            return (int)ExitCode.Done;
        });
        return command;
    }

    // Printed text is for reading, so it cannot steer the terminal; --out writes the files byte for byte.
    private static async Task PrintAsync(Host host, Artifact artifact)
    {
        foreach (var (path, text) in artifact.Files)
        {
            if (artifact.Files.Count > 1)
            {
                await host.Output.WriteLineAsync($"── {PlainText.Line(path, 200)}").ConfigureAwait(false);
            }

            await host.Output.WriteLineAsync((host.Interactive ? PlainText.Printable(text) : text).TrimEnd('\n')).ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(Host host, Artifact artifact, string folder, CancellationToken cancellation)
    {
        if (File.Exists(folder))
        {
            throw new UserException(ExitCode.Usage, $"'{host.Relative(folder)}' is a file; expected a folder, new or not, to write the program's files into. Nothing was written; choose another place with --out.");
        }

        foreach (var (path, text) in artifact.Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text, cancellation).ConfigureAwait(false);
            await host.Output.WriteLineAsync(host.Relative(file)).ConfigureAwait(false);
        }
    }
}
