using System.CommandLine;
using Cambrian.Runs;

namespace Cambrian.Commands;

/// <summary><c>cambrian note</c>: guidance for whoever proposes.</summary>
internal static class NoteCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> run = new("run") { Description = "a run's folder" };
        Argument<string> text = new("text") { Description = "the guidance, as one word of the command line" };
        var command = new ExampledCommand(
            "note",
            "Give guidance to a run: models and agents are told it behind the problem's statement from the next time the run is gone on with. Scores alone decide, as ever.",
            "cambrian note runs/bin-packing-1-1 'try to fill a bin exactly'")
        {
            run,
            text,
        };
        command.SetAction(async (parsed, _) =>
        {
            var path = new RunPlaces(host).Find(parsed.GetRequiredValue(run));
            var note = parsed.GetRequiredValue(text);
            if (string.IsNullOrWhiteSpace(note))
            {
                throw new UserException(ExitCode.Usage, "The note is empty; expected a sentence for whoever proposes, in quotes.");
            }

            Notes.Add(path, note);
            await host.Output.WriteLineAsync($"noted in {host.Relative(Path.Combine(path, Notes.FileName))}; it counts from the next 'cambrian resume {CommandLine.Word(host.Relative(path))}' on").ConfigureAwait(false);
            return (int)ExitCode.Done;
        });
        return command;
    }
}
