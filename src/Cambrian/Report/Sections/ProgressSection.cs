namespace Cambrian.Report.Sections;

/// <summary>How the best score grew.</summary>
internal static class ProgressSection
{
    /// <summary>The section; null when nothing was admitted.</summary>
    public static ReportSection? Of(ReportSubject subject) => subject.Reading.Best is null ? null : new ReportSection(
        "progress",
        "Progress",
        Markup.Of($"<figure>{new ProgressPlot(subject).Draw()}<figcaption>Line: best training score so far. Small dots: other children (a sample).{Known(subject)}</figcaption></figure>"));

    private static string Known(ReportSubject subject) =>
        subject.Folder.File.Known.Count > 0 ? " Dashed: published values, which are on the test cases." : "";
}
