using System.CommandLine;
using Cambrian.Report;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary><c>cambrian show</c>: what a run found, as text.</summary>
internal static class ShowCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var run = RecordedRun.Argument();
        var all = OptionKinds.Switch("--all", "show every generation and every case");
        var command = new ExampledCommand(
            "show",
            "Show what a run found: scores against the seed and published values, lineage with differences, operators, cases.",
            "cambrian show",
            "cambrian show runs/bin-packing-1-1 --all | less")
        {
            run,
            all,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var subject = await RecordedRun.ReadAsync(host, parsed.GetValue(run), cancellation).ConfigureAwait(false);
            Func<DiffKind, string, string> paint = host.Interactive ? Paint.Difference : (_, line) => line;
            foreach (var line in new ShowText(subject, paint).Lines(parsed.GetValue(all)))
            {
                await host.Output.WriteLineAsync(line).ConfigureAwait(false);
            }

            return (int)ExitCode.Done;
        });
        return command;
    }
}
