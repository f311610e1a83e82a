using System.CommandLine;
using Cambrian.Runs;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary><c>cambrian check</c>: finds out whether a problem folder works before anybody spends a night on it.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> problem = new("problem") { Description = "a problem's folder, or the name of a shipped one" };
        var also = SearchOptions.AlsoOption();
        var weak = SearchOptions.WeakIsolationSwitch();
        var command = new ExampledCommand(
            "check",
            "Check a problem folder: read it, compile its evaluator, score its seed twice on every split, score its cheats; say what is wrong and what to do.",
            "cambrian check my-problem")
        {
            problem,
            also,
            weak,
        };
        command.SetAction((parsed, cancellation) => CheckAsync(
            host,
            parsed.GetRequiredValue(problem),
            new RunOptions { Also = SearchOptions.Also(parsed.GetRequiredValue(also), host), AllowWeakIsolation = parsed.GetValue(weak) },
            cancellation));
        return command;
    }

    private static async Task<int> CheckAsync(Host host, string given, RunOptions options, CancellationToken cancellation)
    {
        var folder = await new ProblemPlaces(host).LoadAsync(given, cancellation).ConfigureAwait(false);
        await SayAsync(host, Remark.Good($"{folder.Problem.Name}: {(folder.Peer is { } peer ? PeerText.Kind(peer) : "problem.json is well formed")}, {ScoreFormat.Of(folder).Better}")).ConfigureAwait(false);
        foreach (var remark in FolderReview.Of(folder))
        {
            await SayAsync(host, remark).ConfigureAwait(false);
        }

        var failures = 0;
        await foreach (var remark in new SeedTrial(host, folder, options).RunAsync(cancellation).ConfigureAwait(false))
        {
            failures += remark.Kind == RemarkKind.Bad ? 1 : 0;
            await SayAsync(host, remark).ConfigureAwait(false);
        }

        await host.Output.WriteLineAsync(failures == 0 ? $"\nReady: cambrian run {CommandLine.Word(host.Relative(folder.Path))}{string.Concat(options.Also.Select(also => $" --also {CommandLine.Word(host.Relative(also))}"))}" : "\nNot ready: mend what is marked 'bad' and check again.").ConfigureAwait(false);
        return (int)(failures == 0 ? ExitCode.Done : ExitCode.Problem);
    }

    private static Task SayAsync(Host host, Remark remark) => host.Output.WriteLineAsync($"{remark.Mark}  {PlainText.Printable(remark.Text).Replace("\n", "\n      ", StringComparison.Ordinal)}");
}
