using System.CommandLine;
using Cambrian.Template;

namespace Cambrian.Commands;

/// <summary><c>cambrian new</c>: makes a problem folder that works as it is.</summary>
internal static class NewCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> name = new("name") { Description = "the folder to make; its last part is the problem's name (letters, digits, '-' and '_')" };
        var kind = OptionKinds.Choice("--evaluator", "what measures candidates: a C# class, or a command in any language", ProblemTemplate.Kinds);
        var command = new ExampledCommand(
            "new",
            "Make a problem folder from a template that works as it is, with comments on what to change.",
            "cambrian new my-problem",
            "cambrian new problems/my-problem --evaluator command")
        {
            name,
            kind,
        };
        command.SetAction((parsed, cancellation) => MakeAsync(host, parsed.GetRequiredValue(name), parsed.GetRequiredValue(kind), cancellation));
        return command;
    }

    private static async Task<int> MakeAsync(Host host, string given, string kind, CancellationToken cancellation)
    {
        var folder = host.Absolute(given).TrimEnd('/');
        var name = Path.GetFileName(folder);
        RequireFree(given, folder, name);
        foreach (var (path, text) in ProblemTemplate.Files(kind, name, Schema(host, folder)))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text, cancellation).ConfigureAwait(false);
        }

        var typed = host.Relative(folder);
        await host.Output.WriteLineAsync($"""
            Made {typed}: a small problem that works. Make it yours:
              {typed}/problem.json   what is measured, and which way is better
              {typed}/statement.md   the task in words
              {typed}/seed/          the program to start from
              {(kind == "csharp" ? $"{typed}/evaluator.cs  " : $"{typed}/run.py, score.py")}  the cases and what an answer is worth
              {typed}/cheats/        programs that try to fool the evaluator
            Then:
              cambrian check {typed}
              cambrian run {typed}
            """).ConfigureAwait(false);
        return (int)ExitCode.Done;
    }

    private static void RequireFree(string given, string folder, string name)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new UserException(ExitCode.Usage, $"'{given}' does not end with a problem's name: expected letters, digits, '-' and '_', such as my-problem.");
        }

        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new UserException(ExitCode.Usage, $"'{given}' is there already and not empty; nothing was written. Choose another name, or remove it first.");
        }
    }

    private static string? Schema(Host host, string folder)
    {
        var schema = host.Installation is { } place ? Path.Combine(place, "docs", "problem.schema.json") : "";
        return File.Exists(schema) ? Path.GetRelativePath(folder, schema) : null;
    }
}
