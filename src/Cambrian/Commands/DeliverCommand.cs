using System.CommandLine;
using Cambrian.Runs;
using Cambrian.Runs.Repositories;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary><c>cambrian deliver</c>: a run's winner as a branch of the repository it was made for.</summary>
internal static class DeliverCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var run = RecordedRun.Argument();
        Option<string?> branch = new("--branch") { Description = "the branch to make (default: cambrian/ and the run's name); there must be none of that name", HelpName = "NAME" };
        var repository = OptionKinds.Place("--repository", "where the repository is, when it is not where the run found it");
        var command = new ExampledCommand(
            "deliver",
            "Make a branch of a run's winner in the repository that the run started from: one commit for each accepted step, with who wrote which lines. Nothing is merged, and work tree, index and current branch stay as they are.",
            "cambrian deliver",
            "cambrian deliver runs/my-project-1-1 --branch cambrian/faster-parser")
        {
            run, branch, repository,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = new RunPlaces(host).Find(parsed.GetValue(run));
            using var subject = await RecordedRun.ReadAsync(host, path, cancellation).ConfigureAwait(false);
            using var record = RunRecord.OpenToRead(path);
            var place = parsed.GetValue(repository) is { } given ? host.Absolute(given) : null;
            var (made, evidence) = await new RepositoryDelivery(subject, record).MakeAsync(parsed.GetValue(branch), place, cancellation).ConfigureAwait(false);
            await host.Output.WriteLineAsync($"""
                Made branch {PlainText.Line(made.Branch, 200)}: {made.Commits.Count} commit{(made.Commits.Count == 1 ? "" : "s")} on {subject.Folder.File.Repository!.Commit[..12]}, the last {made.Commits[^1][..12]}.
                Evidence: {host.Relative(evidence)}, named in the last commit by its SHA-256.
                Who wrote which lines: trailers in the messages, notes in refs/notes/ai (git-ai) and refs/notes/agent-trace (Agent Trace).
                Nothing was merged. To look at it: git diff {subject.Folder.File.Repository.Commit[..12]}...{CommandLine.Word(made.Branch)}
                """).ConfigureAwait(false);
            return (int)ExitCode.Done;
        });
        return command;
    }
}
