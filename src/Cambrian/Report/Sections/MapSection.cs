namespace Cambrian.Report.Sections;

/// <summary>Which kinds of programs were found, and how good the best of each is.</summary>
internal static class MapSection
{
    /// <summary>The section; null when nothing was admitted.</summary>
    public static ReportSection? Of(ReportSubject subject)
    {
        var map = subject.Reading.Map;
        if (map.Cells.Count == 0)
        {
            return null;
        }

        var plot = new MapPlot(subject.Format, map);
        var what = map.Up is { } up
            ? $"The best score of each cell over {plot.AcrossName} and {up.Metric}; {map.Cells.Count} of {map.Across!.Cells * up.Cells} cells are filled. The stronger the colour, the better."
            : $"The best score along {plot.AcrossName}. The stronger the colour, the better.";
        return new ReportSection("map", "Archive map", Markup.Of($"<figure>{plot.Draw()}<figcaption>{what}</figcaption></figure>"));
    }
}
