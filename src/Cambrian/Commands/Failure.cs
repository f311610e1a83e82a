using Cambrian.Algorithms.Folders;
using Cambrian.Chips.Formats;
using Cambrian.Chips.Placing;
using Cambrian.Constructions;
using Cambrian.CSharp.Evaluators;
using Cambrian.Governance;
using Cambrian.Models.Configuration;
using Cambrian.Repositories;
using Cambrian.Runs;
using Cambrian.Sandbox;
using Cambrian.Store;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary>What an exception means to the person who typed the command.</summary>
/// <param name="Code">How the process ends.</param>
/// <param name="Message">What was given, what was expected, what to do.</param>
internal sealed record Failure(ExitCode Code, string Message)
{
    /// <summary>Reads an exception.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="debug">Whether to show everything.</param>
    public static Failure Of(Exception fault, bool debug)
    {
        var code = CodeOf(fault);
        var message = code switch
        {
            ExitCode.Interrupted => "stopped.",
            ExitCode.Internal => $"{Describe(fault)}\nThis is a defect of Cambrian. CAMBRIAN_DEBUG=1 shows where it happened.",
            _ => Describe(fault),
        };
        return new Failure(code, debug ? $"{message}\n{fault}" : PlainText.Printable(message));
    }

    private static ExitCode CodeOf(Exception fault) => fault switch
    {
        UserException user => user.Code,
        ProblemFolderException or EvaluatorException or ChipFormatException or InfeasibleException => ExitCode.Problem,
        RunException or StoreException => ExitCode.Run,
        SandboxUnavailableException => ExitCode.Isolation,
        CheatWinsException => ExitCode.Cheat,
        MandateException => ExitCode.Mandate,
        ConstructionException => ExitCode.Refuted,
        ModelsException => ExitCode.Models,
        RepositoryException => ExitCode.Repository,
        OperationCanceledException => ExitCode.Interrupted,
        IOException or UnauthorizedAccessException => ExitCode.Usage,
        _ => ExitCode.Internal,
    };

    private static string Describe(Exception fault) => fault switch
    {
        AggregateException { InnerException: { } inner } => Describe(inner),
        IOException or UnauthorizedAccessException => $"{fault.Message.TrimEnd('.')}. Expected a place that exists, may be read and written, and has room: choose another one (--out), or mend this one. What was recorded before is untouched.",
        _ => fault.Message,
    };
}
