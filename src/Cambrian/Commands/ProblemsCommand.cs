using System.CommandLine;
using Cambrian.Algorithms.Folders;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary><c>cambrian problems</c>: lists what there is to improve.</summary>
internal static class ProblemsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var command = new ExampledCommand("problems", "List the problems found in ./problems and those shipped with Cambrian.", "cambrian problems");
        command.SetAction(_ => List(host, new ProblemPlaces(host)));
        return command;
    }

    private static int List(Host host, ProblemPlaces places)
    {
        var folders = places.Folders;
        if (folders.Count == 0)
        {
            host.Output.WriteLine("There is no folder 'problems' with problems here. 'cambrian new my-problem' makes one.");
            return (int)ExitCode.Done;
        }

        foreach (var folder in folders)
        {
            foreach (var line in Describe(host, folder))
            {
                host.Output.WriteLine(line);
            }
        }

        host.Output.WriteLine($"Run one with: cambrian run {host.Relative(folders[0])}");
        return (int)ExitCode.Done;
    }

    // A broken folder must not hide the others.
    private static IEnumerable<string> Describe(Host host, string path)
    {
        ProblemFolder? folder = null;
        var fault = "";
        try
        {
            folder = ProblemFolder.Load(path);
        }
        catch (ProblemFolderException broken)
        {
            fault = broken.Message;
        }

        yield return host.Relative(path);
        if (folder is null)
        {
            yield return $"    cannot be used: {PlainText.Line(fault, 300)}";
            yield break;
        }

        var format = ScoreFormat.Of(folder);
        var known = KnownValues.Best(folder.File) is { } best ? $"; best published {ScoreFormat.Number(best.Value)} ({PlainText.Line(best.Name, 60)})" : "";
        yield return $"    {PlainText.Line(folder.File.Title, 200)}";
        yield return $"    {(folder.File.Evaluator.IsCSharp ? "C#" : "command")} · {(format.Unit.Length > 0 ? $"{PlainText.Line(format.Unit, 60)}, " : "")}{format.Better}{known}";
    }
}
