using System.CommandLine;
using System.CommandLine.Parsing;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary>What is wrong with a command line: one message, with the nearest name where a word is unknown.</summary>
internal static class Complaint
{
    /// <summary>The first thing that is wrong; null when nothing is.</summary>
    public static string? About(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var reason = Stray(parsed) is { } given ? Unknown(command, given)
            : parsed.Errors.Count > 0 ? parsed.Errors[0].Message
            : null;
        return reason is null ? null : PlainText.Printable($"cambrian: {reason}\n'{Line(command)} --help' shows what there is.");
    }

    // A mistyped option would otherwise pass for a problem's name.
    private static string? Stray(ParseResult parsed)
    {
        var words = parsed.CommandResult.Command.Arguments.Select(parsed.GetResult).OfType<ArgumentResult>().SelectMany(result => result.Tokens);
        return words.Select(word => word.Value).FirstOrDefault(word => word.StartsWith('-')) ?? (parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null);
    }

    private static string Unknown(Command command, string given)
    {
        if (given.StartsWith('-'))
        {
            var options = command.Options.SelectMany(option => option.Aliases.Append(option.Name));
            return $"There is no option '{given}' of '{Line(command)}'.{NearestName.Suggest(given.Split('=', ':')[0], options)}";
        }

        return command.Subcommands.Count > 0
            ? $"There is no command '{given}'.{NearestName.Suggest(given, command.Subcommands.Select(sub => sub.Name))}"
            : $"'{given}' is one word too many for '{Line(command)}'.";
    }

    private static string Line(Command command) => command is RootCommand ? "cambrian" : $"cambrian {command.Name}";
}
