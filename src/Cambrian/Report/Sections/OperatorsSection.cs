using Cambrian.Terminal;

namespace Cambrian.Report.Sections;

/// <summary>What each operator or model contributed.</summary>
internal static class OperatorsSection
{
    /// <summary>The section; null when no child was proposed.</summary>
    public static ReportSection? Of(ReportSubject subject)
    {
        var operators = subject.Reading.Operators;
        if (operators.Count == 0)
        {
            return null;
        }

        var most = operators.Max(row => row.Gain);
        return new ReportSection(
            "operators",
            "Operators",
            Markup.Of($"<div class=\"scroll\"><table><thead><tr><th>operator</th><th class=\"number\">tries</th><th class=\"number\">valid</th><th class=\"number\">improved</th><th class=\"number\">new bests</th><th class=\"number\">gain</th><th></th><th class=\"number\">per 1,000 cases</th></tr></thead><tbody>{operators.Select(row => Row(row, most))}</tbody></table></div><p class=\"remark\">Gain: improvements over the best parent, summed, in units of the score, and the same per thousand cases that the operator's children were measured on.</p>"));
    }

    private static Markup Row(OperatorRow row, double most) => Markup.Of(
        $"<tr><td>{row.Name}</td><td class=\"number\">{ScoreFormat.Count(row.Tries)}</td><td class=\"number\">{ScoreFormat.Share(row.Valid, row.Tries)}</td><td class=\"number\">{ScoreFormat.Share(row.Improved, row.Tries)}</td><td class=\"number\">{row.Bests}</td><td class=\"number\">{ScoreFormat.Short(row.Gain)}</td><td class=\"bar\"><svg width=\"100%\" height=\"12\" aria-hidden=\"true\"><rect class=\"bar\" width=\"{(most > 0 ? 100 * row.Gain / most : 0)}%\" height=\"12\" rx=\"2\"/></svg></td><td class=\"number\">{ScoreFormat.Short(row.GainPerThousand)}</td></tr>");
}
