using System.CommandLine;
using Cambrian.Runs;
using Cambrian.Runs.Inboxes;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary><c>cambrian inject</c>: a person's idea, measured like any other program.</summary>
internal static class InjectCommand
{
    private const string Human = "human";

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> run = new("run") { Description = "a run's folder; it may be under way in another process" };
        Argument<string> file = new("file") { Description = "the program: its file, or a folder with its files" };
        Option<string?> by = new("--by") { Description = "whose idea it is, for the ledger", HelpName = "NAME" };
        var command = new ExampledCommand(
            "inject",
            "Hand a program of your own to a run: it is the next to be measured, by the same gates and on the same cases as all others, and recorded as made by a human.",
            "cambrian inject runs/bin-packing-1-1 my-rule.cs",
            "cambrian inject runs/bin-packing-1-1 my-rule.cs --by ada")
        {
            run,
            file,
            by,
        };
        command.SetAction(async (parsed, _) =>
        {
            var path = new RunPlaces(host).Find(parsed.GetValue(run));
            using var record = RunRecord.OpenToRead(path);
            var program = HandedIn.Program(record.Folder, record.Folder.Seed, Read(host, parsed.GetRequiredValue(file)));
            new Inbox(path, host.Time).Add(parsed.GetValue(by) is { Length: > 0 } name ? $"{Human}/{PlainText.Line(name, 40)}" : Human, program, []);
            await host.Output.WriteLineAsync($"{program} waits to be measured: a run under way takes it within a second, one that was stopped when it is gone on with ('cambrian resume {CommandLine.Word(host.Relative(path))}').").ConfigureAwait(false);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static Dictionary<string, string> Read(Host host, string given)
    {
        var path = host.Absolute(given);
        var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : File.Exists(path) ? [path] : [];
        var texts = files.ToDictionary(file => Directory.Exists(path) ? Path.GetRelativePath(path, file) : Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);
        return texts.Count > 0 ? texts : throw new UserException(ExitCode.Usage, $"There is no file '{given}'; expected the file of a program, or a folder with its files.");
    }
}
