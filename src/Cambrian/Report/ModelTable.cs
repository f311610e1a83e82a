using Cambrian.Models.Calls;
using Cambrian.Terminal;

namespace Cambrian.Report;

/// <summary>What models were used for and cost, as a table.</summary>
internal static class ModelTable
{
    /// <summary>The headings; one that starts with "&gt;" stands over numbers.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["model", ">calls", ">unanswered", ">input tokens", ">cached", ">output tokens", ">cost", ">seconds each"];

    /// <summary>The table, with a line for all where there are several.</summary>
    public static Table Of(IReadOnlyList<ModelUsage> usage)
    {
        var table = new Table(Headings);
        foreach (var row in Rows(usage))
        {
            table.Add(row);
        }

        return table;
    }

    /// <summary>The cells of each line.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(IReadOnlyList<ModelUsage> usage) =>
        (usage.Count > 1 ? usage.Append(usage.Aggregate(new ModelUsage("all"), Sum)) : usage).Select(Row);

    /// <summary>An amount of money: to the cent where that says enough, else to the first digits that say something.</summary>
    public static string Money(double amount) => amount is 0 or >= 100 ? FormattableString.Invariant($"{amount:0.00}") : ScoreFormat.Number(amount);

    private static IReadOnlyList<string> Row(ModelUsage model) =>
    [
        PlainText.Line(model.Model, 40),
        ScoreFormat.Count(model.Calls),
        ScoreFormat.Count(model.Faults),
        Tokens(model, model.Tokens.Input),
        ScoreFormat.Count(model.Tokens.Cached),
        Tokens(model, model.Tokens.Output),
        Money(model.Price),
        model.Calls > 0 ? FormattableString.Invariant($"{model.Seconds / model.Calls:0.0}") : "",
    ];

    private static string Tokens(ModelUsage model, long count) => $"{(model.Guessed ? "about " : "")}{ScoreFormat.Count(count)}";

    private static ModelUsage Sum(ModelUsage one, ModelUsage other) => one with
    {
        Calls = one.Calls + other.Calls,
        Faults = one.Faults + other.Faults,
        Tokens = one.Tokens + other.Tokens,
        Guessed = one.Guessed || other.Guessed,
        Price = one.Price + other.Price,
        Seconds = one.Seconds + other.Seconds,
    };
}
