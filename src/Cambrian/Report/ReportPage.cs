using Cambrian.Report.Sections;

namespace Cambrian.Report;

/// <summary>A run as one HTML file.</summary>
internal static class ReportPage
{
    /// <summary>The page.</summary>
    public static string Of(ReportSubject subject)
    {
        ReportSection?[] all =
        [
            ScoresSection.Of(subject), PictureSection.Of(subject), PromotionSection.Of(subject), ProgressSection.Of(subject), ProgramSection.Of(subject), TreeSection.Of(subject), LineageSection.Of(subject),
            OperatorsSection.Of(subject), ModelsSection.Of(subject), MapSection.Of(subject), CasesSection.Of(subject), AboutSection.Of(subject),
        ];
        return HtmlPage.Of(
            $"{subject.Folder.Problem.Name} · {Title(subject)}", $"Cambrian · {subject.RunPath}", subject.Folder.File.Title, [.. all.OfType<ReportSection>()], Headline.Of(subject));
    }

    private static string Title(ReportSubject subject) =>
        subject.Winner is { } winner ? subject.Format.OrientedWithUnit(winner.Score) : "no result";
}
