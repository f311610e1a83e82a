using System.CommandLine;
using Cambrian.Algorithms.Folders;
using Cambrian.Repositories;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary><c>cambrian problems</c>: lists what there is to improve.</summary>
internal static class ProblemsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var command = new ExampledCommand("problems", "List the problems found in ./problems and those shipped with Cambrian.", "cambrian problems");
        command.SetAction((_, cancellation) => ListAsync(host, new ProblemPlaces(host), cancellation));
        return command;
    }

    private static async Task<int> ListAsync(Host host, ProblemPlaces places, CancellationToken cancellation)
    {
        var folders = places.Folders;
        if (folders.Count == 0)
        {
            await host.Output.WriteLineAsync("There is no folder 'problems' with problems here. 'cambrian new my-problem' makes one.").ConfigureAwait(false);
            return (int)ExitCode.Done;
        }

        foreach (var path in folders)
        {
            await host.Output.WriteLineAsync(host.Relative(path)).ConfigureAwait(false);
            foreach (var line in await DescribeAsync(places, path, cancellation).ConfigureAwait(false))
            {
                await host.Output.WriteLineAsync(line).ConfigureAwait(false);
            }
        }

        await host.Output.WriteLineAsync($"Run one with: cambrian run {host.Relative(folders[0])}").ConfigureAwait(false);
        return (int)ExitCode.Done;
    }

    // A broken folder must not hide the others.
    private static async Task<IEnumerable<string>> DescribeAsync(ProblemPlaces places, string path, CancellationToken cancellation)
    {
        try
        {
            return Describe(await places.LoadAsync(path, cancellation).ConfigureAwait(false));
        }
        catch (Exception broken) when (broken is ProblemFolderException or RepositoryException)
        {
            return [$"    cannot be used: {PlainText.Line(broken.Message, 300)}"];
        }
    }

    private static IEnumerable<string> Describe(ProblemFolder folder)
    {
        var format = ScoreFormat.Of(folder);
        var known = KnownValues.Best(folder.File) is { } best ? $"; best published {ScoreFormat.Number(best.Value)} ({PlainText.Line(best.Name, 60)})" : "";
        yield return $"    {PlainText.Line(folder.File.Title, 200)}";
        yield return $"    {(folder.File.Evaluator.IsCSharp ? "C#" : "command")} · {(format.Unit.Length > 0 ? $"{PlainText.Line(format.Unit, 60)}, " : "")}{format.Better}{known}";
    }
}
