namespace Cambrian.Report.Sections;

/// <summary>What the winner makes, drawn by the problem's evaluator.</summary>
internal static class PictureSection
{
    /// <summary>The section; null when nothing was drawn.</summary>
    public static ReportSection? Of(ReportSubject subject) => subject.Picture is { } svg
        ? new ReportSection("picture", "What it makes", Markup.Of($"<figure>{SvgImage.Of(svg, subject.Folder.File.Title)}<figcaption>The winner's construction, verified again and drawn by the problem's evaluator.</figcaption></figure>"))
        : null;
}
