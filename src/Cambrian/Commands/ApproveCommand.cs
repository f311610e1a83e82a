using System.CommandLine;
using Cambrian.Governance;
using Cambrian.Report;
using Cambrian.Runs;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary><c>cambrian approve</c>: a person's word on the version that waits.</summary>
internal static class ApproveCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var run = RecordedRun.Argument();
        Option<string> by = new("--by") { Description = "your name; with a mandate, one of its approvers", HelpName = "NAME", Required = true };
        Option<string> because = new("--because") { Description = "why, for the record", HelpName = "TEXT", Required = true };
        var step = OptionKinds.Whole("--step", "the step that waits, to be sure that it is the one you looked at", least: 0);
        var reject = OptionKinds.Switch("--reject", "say no");
        var command = new ExampledCommand(
            "approve",
            "Show the evidence for the version that waits and record a person's yes, or no: the promoted version is then the approved one.",
            "cambrian approve runs/bin-packing-1-1 --by 'Ada Lovelace' --because 'read the rule, it is one line shorter'",
            "cambrian approve --by 'Ada Lovelace' --reject --because 'fits the generator of the cases'")
        {
            run, by, because, step, reject,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = new RunPlaces(host).Find(parsed.GetValue(run));
            await ShowAsync(host, path, cancellation).ConfigureAwait(false);
            using var record = RunRecord.Open(path);
            var no = parsed.GetValue(reject);
            await new Approval(record, host.Time)
                .RecordAsync(parsed.GetRequiredValue(by), parsed.GetValue(step), no, parsed.GetRequiredValue(because), cancellation).ConfigureAwait(false);
            var standing = Standing.Of(record.Database.Decisions())!; // an approval was just recorded
            await host.Output.WriteLineAsync($"{(no ? "Rejected" : "Promoted")}: step {standing.Last!.Step}, by {PlainText.Line(standing.Last.By)}.").ConfigureAwait(false);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static async Task ShowAsync(Host host, string path, CancellationToken cancellation)
    {
        using var subject = await RecordedRun.ReadAsync(host, path, cancellation).ConfigureAwait(false);
        using var record = RunRecord.OpenToRead(path);
        Func<DiffKind, string, string> paint = host.Interactive ? Paint.Difference : (_, line) => line;
        foreach (var line in new ApprovalText(subject, record.Database, paint).Lines())
        {
            await host.Output.WriteLineAsync(line).ConfigureAwait(false);
        }
    }
}
