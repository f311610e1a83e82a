using Cambrian.Governance;

namespace Cambrian.Report.Sections;

/// <summary>Which version is promoted, what waits, and the tripwires that were touched.</summary>
internal static class PromotionSection
{
    /// <summary>The section; null for a run that decided nothing.</summary>
    public static ReportSection? Of(ReportSubject subject)
    {
        if (subject.Standing is not { } standing)
        {
            return null;
        }

        var rows = StandingText.Of(standing, subject.RunPath).Select(line => Markup.Of($"<tr><th>{line.Name}</th><td>{line.Text}</td></tr>"));
        return new ReportSection("promotion", "Promotion", Markup.Of($"<div class=\"scroll\"><table class=\"facts\"><tbody>{rows}</tbody></table></div>"));
    }
}
