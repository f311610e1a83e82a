using System.Text;
using System.Text.RegularExpressions;

namespace Cambrian.Sandbox.Evaluators;

/// <summary>Reads an exit code as a score.</summary>
internal static partial class ExitGrade
{
    private const int Shown = 4000;

    // From here on the shell says that the command could not be started, or was ended by a signal: neither passed nor failed.
    private const int LargestOfCommands = LaidOverTree.SetupFailed - 1;

    /// <summary>1 for success and 0 for failure, with the end of what was printed; null where the command never came to a verdict.</summary>
    public static Report? Of(SandboxResult result) => result.Exit switch
    {
        { Reason: ExitReason.Exited, Code: 0 } => new Report { Score = 1 },
        { Reason: ExitReason.Exited, Code: > 0 and <= LargestOfCommands } => new Report { Score = 0, Feedback = Tail(result) },
        _ => null,
    };

    // Test programs print how long they took, which would make each ledger a different one.
    private static string Tail(SandboxResult result)
    {
        var text = Duration().Replace($"{Encoding.UTF8.GetString(result.Output.Span).Trim()}\n{result.ErrorTail.Trim()}".Trim(), "… $1");
        return text.Length > Shown ? "…" + text[^Shown..] : text;
    }

    [GeneratedRegex(@"\b[0-9]+(?:\.[0-9]+)?\s?(ns|us|µs|ms|s|secs?|seconds?|mins?|minutes?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();
}
