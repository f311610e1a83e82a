using System.CommandLine;
using Cambrian.Report;
using Cambrian.Repositories;
using Cambrian.Repositories.Shares;

namespace Cambrian.Commands;

/// <summary><c>cambrian share</c>: how many lines of a repository programs wrote.</summary>
internal static class ShareCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> repository = new("repository") { Description = "a folder of the repository (default: the current one)", DefaultValueFactory = _ => "." };
        Option<string> commit = new("--commit") { Description = "the commit to count (default: HEAD)", HelpName = "NAME", DefaultValueFactory = _ => "HEAD" };
        var json = RunCommand.JsonSwitch();
        var command = new ExampledCommand(
            "share",
            "Count the lines of a repository that programs wrote, as far as its commits say so: numerator, denominator and unknowns. Nothing is guessed.",
            "cambrian share",
            "cambrian share ~/src/my-project --json")
        {
            repository, commit, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var git = await Git.OpenAsync(host.Absolute(parsed.GetRequiredValue(repository)), cancellation).ConfigureAwait(false);
            var share = await RepositoryShare.CountAsync(git, parsed.GetRequiredValue(commit), cancellation).ConfigureAwait(false);
            var lines = parsed.GetValue(json) ? [ShareText.Json(share)] : ShareText.Lines(share);
            foreach (var line in lines)
            {
                await host.Output.WriteLineAsync(line).ConfigureAwait(false);
            }

            return (int)ExitCode.Done;
        });
        return command;
    }
}
