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
        var promoted = OptionKinds.Switch("--promoted", "the promoted version instead, which was tested on sealed cases and, where that is asked for, approved");
        var place = OptionKinds.Place("--out", "write the files into this folder instead of printing them");
        var construction = new Option<string?>("--construction")
        {
            Description = "run the program and write what it makes into this file, if both verifiers accept it and the file holds nothing as good (default: the problem's in results/)",
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var learned = OptionKinds.Place("--learned", "run the winner again on its training cases and write what it learned there, as C#, into this folder");
        var weak = SearchOptions.WeakIsolationSwitch();
        var command = new ExampledCommand(
            "best",
            "Print the best program of a run, the winner on the validation cases, or write its files into a folder.",
            "cambrian best",
            "cambrian best runs/bin-packing-1-1 --out best-rule",
            "cambrian best runs/circle-packing-1-1 --construction",
            "cambrian best runs/agents-synthesis-1-1 --learned learned")
        {
            run,
            promoted,
            place,
            construction,
            learned,
            weak,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var subject = await RecordedRun.ReadAsync(host, parsed.GetValue(run), cancellation).ConfigureAwait(false);
            if (parsed.GetResult(construction) is not null)
            {
                await new ConstructionExport(host, subject, parsed.GetValue(weak)).WriteAsync(parsed.GetValue(construction), cpu: null, cancellation).ConfigureAwait(false);
                return (int)ExitCode.Done;
            }

            if (parsed.GetValue(learned) is { } listings)
            {
                await new LearnedExport(host, subject, parsed.GetValue(weak)).WriteAsync(host.Absolute(listings), cancellation).ConfigureAwait(false);
                return (int)ExitCode.Done;
            }

            var winner = subject.RequireWinner();
            var artifact = parsed.GetValue(promoted) && subject.Standing is { } standing ? subject.Reading.AncestorAt(standing.Promoted.Step)?.Artifact ?? winner.Artifact : winner.Artifact;
            await (parsed.GetValue(place) is { } folder ? WriteAsync(host, artifact, host.Absolute(folder), cancellation) : PrintAsync(host, artifact)).ConfigureAwait(false);
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
