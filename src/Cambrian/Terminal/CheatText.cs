using Cambrian.Core;

namespace Cambrian.Terminal;

/// <summary>What became of a problem's cheats, none of which won.</summary>
internal static class CheatText
{
    private const int MostOfReason = 160;

    /// <summary>One line.</summary>
    public static string Summary(IReadOnlyList<(string Name, Evaluation Evaluation)> cheats)
    {
        var late = cheats.Count(cheat => cheat.Evaluation.Outcome == Outcome.TimedOut);
        return $"cheats: {cheats.Count} tried, none wins{(late == 0 ? "" : $"; {late} stopped without an answer")}";
    }

    /// <summary>A line for each: why it was refused, or what it scores.</summary>
    public static string Reasons(IReadOnlyList<(string Name, Evaluation Evaluation)> cheats, ScoreFormat format)
    {
        var width = cheats.Max(cheat => cheat.Name.Length);
        var lines = cheats.Select(cheat => $"{cheat.Name.PadRight(width)}  {Reason(cheat.Evaluation, format)}");
        return string.Join('\n', [cheats.Count == 1 ? "the cheat does not score better than the seed" : $"none of {cheats.Count} cheats scores better than the seed", .. lines]);
    }

    private static string Reason(Evaluation evaluation, ScoreFormat format) => evaluation.Outcome switch
    {
        Outcome.Valid => $"scores {format.Oriented(evaluation.Score)}",
        Outcome.TimedOut => $"stopped: {PlainText.Line(evaluation.Feedback, MostOfReason)}",
        Outcome.Failed => $"failed: {PlainText.Line(evaluation.Feedback, MostOfReason)}",
        _ => $"refused: {PlainText.Line(evaluation.Feedback, MostOfReason)}",
    };
}
