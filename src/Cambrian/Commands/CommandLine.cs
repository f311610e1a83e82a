using System.CommandLine;
using System.CommandLine.Help;

namespace Cambrian.Commands;

/// <summary>All commands, and the one place where whatever went wrong becomes a message and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>The commands, in the order a newcomer needs them.</summary>
    public static RootCommand Create(Host host)
    {
        var root = new RootCommand("Cambrian improves programs: it proposes changes, measures them in a sandbox and keeps what is better.")
        {
            RunCommand.Create(host),
            ResumeCommand.Create(host),
            ShowCommand.Create(host),
            BestCommand.Create(host),
            InjectCommand.Create(host),
            NoteCommand.Create(host),
            ApproveCommand.Create(host),
            DeliverCommand.Create(host),
            ReportCommand.Create(host),
            ProblemsCommand.Create(host),
            NewCommand.Create(host),
            CheckCommand.Create(host),
            VerifyCommand.Create(host),
            TableCommand.Create(host),
            CompareCommand.Create(host),
            EvidenceCommand.Create(host),
            ExercismCommand.Create(host),
            ShareCommand.Create(host),
            McpCommand.Create(host),
            PlaceCommand.Create(host),
            DoctorCommand.Create(host),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new ExampledHelp((HelpAction)help.Action!);
        }

        return root;
    }

    /// <summary>A path as one word of a command line that can be pasted into a shell.</summary>
    public static string Word(string path) => path.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '+' or ',' or '@') ? path : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Host host)
    {
        var parsed = Create(host).Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Action is not ExampledHelp && Complaint.About(parsed) is { } complaint)
        {
            await host.Error.WriteLineAsync(complaint).ConfigureAwait(false);
            return (int)ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration
        {
            Output = host.Output,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, host.Interrupted).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The top level of a host: whatever is left becomes a message and an exit code.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            var failure = Failure.Of(fault, host.Debug);
            await host.Error.WriteLineAsync($"cambrian: {failure.Message}").ConfigureAwait(false);
            return (int)failure.Code;
        }
        finally
        {
            host.Temporary.Remove();
        }
    }
}
