namespace Cambrian.Report.Sections;

/// <summary>How the best score grew.</summary>
internal static class ProgressSection
{
    /// <summary>The section; null when nothing was admitted.</summary>
    public static ReportSection? Of(ReportSubject subject) => subject.Reading.Best is null ? null : new ReportSection(
        "progress",
        "Progress",
        Markup.Of($"<figure>{new ProgressPlot(subject).Draw()}<figcaption>Line: best training score so far. Small dots: other children (a sample). Dashed: published values, which are on the test cases.</figcaption></figure>"));
}
