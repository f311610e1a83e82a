using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Cambrian.Commands;

/// <summary>The usual help, then the command's examples; at the root the exit codes too.</summary>
internal sealed class ExampledHelp(HelpAction usual) : SynchronousCommandLineAction
{
    private const string Codes = """
        Exit codes:
          0 done · 2 wrong command line or place · 3 problem folder · 4 run or database · 5 isolation not available
          6 a cheat wins · 7 not allowed by the mandate · 9 a construction is refuted · 70 internal error · 130 interrupted (the run can be resumed)
        """;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ExampledCommand { Examples.Count: > 0 } command)
        {
            output.WriteLine("Examples:");
            foreach (var example in command.Examples)
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
        }
        else if (parseResult.CommandResult.Command is RootCommand)
        {
            output.WriteLine(Codes);
            output.WriteLine();
        }

        return code;
    }
}
