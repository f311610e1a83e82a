using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary>The kinds of options, each with a message that says what was given and what was expected.</summary>
internal static class OptionKinds
{
    /// <summary>A whole number.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">For the help.</param>
    /// <param name="least">The smallest that is accepted.</param>
    /// <param name="most">The greatest that is accepted.</param>
    public static Option<int?> Whole(string name, string description, int least = 1, int most = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => ParseWhole(result, name, least, most),
    };

    /// <summary>An amount of money.</summary>
    public static Option<double?> Amount(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "5.00",
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (double.TryParse(given.TrimStart('$'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) && amount > 0)
            {
                return amount;
            }

            result.AddError($"{name} was '{given}'; expected an amount above 0, such as 5 or 0.50.");
            return null;
        },
    };

    /// <summary>A duration.</summary>
    public static Option<TimeSpan?> Duration(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "60s",
        CustomParser = result =>
        {
            if (Durations.TryParse(result.Tokens[0].Value, out var duration))
            {
                return duration;
            }

            result.AddError($"{name} was '{result.Tokens[0].Value}'; expected {Durations.Expected}.");
            return null;
        },
    };

    /// <summary>One of a few names.</summary>
    public static Option<string> Choice(string name, string description, IReadOnlyList<string> choices)
    {
        Option<string> option = new(name)
        {
            Description = $"{description}: {string.Join(", ", choices)}",
            HelpName = "NAME",
            DefaultValueFactory = _ => choices[0],
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                if (!choices.Contains(given, StringComparer.Ordinal))
                {
                    result.AddError($"{name} was '{given}'; expected one of {string.Join(", ", choices)}.{NearestName.Suggest(given, choices)}");
                }

                return given;
            },
        };
        option.CompletionSources.Add([.. choices]);
        return option;
    }

    /// <summary>A path.</summary>
    public static Option<string?> Place(string name, string description, string helpName = "DIR") => new(name) { Description = description, HelpName = helpName };

    /// <summary>A switch.</summary>
    public static Option<bool> Switch(string name, string description) => new(name) { Description = description };

    private static int? ParseWhole(ArgumentResult result, string name, int least, int most)
    {
        var given = result.Tokens[0].Value;
        if (int.TryParse(given, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        var range = most == int.MaxValue ? $"a whole number from {least}" : $"a whole number from {least} to {most}";
        result.AddError($"{name} was '{given}'; expected {range}.");
        return null;
    }
}
