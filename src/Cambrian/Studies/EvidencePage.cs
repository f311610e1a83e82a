using Cambrian.Report;
using Cambrian.Runs;
using Cambrian.Terminal;

namespace Cambrian.Studies;

/// <summary>A study as one HTML file that needs nothing else.</summary>
internal static class EvidencePage
{
    /// <summary>The page.</summary>
    /// <param name="evidence">What is shown.</param>
    /// <param name="record">The first run of the full arm: its archive is drawn.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<string> OfAsync(Evidence evidence, RunRecord record, CancellationToken cancellation)
    {
        var reading = await RunReading.ReadAsync(record.ReadAsync(cancellation), record.Folder.File, cancellation).ConfigureAwait(false);
        var format = ScoreFormat.Of(record.Folder);
        var text = string.Join('\n', new EvidenceText(evidence, format).Lines());
        ReportSection[] sections =
        [
            new("claims", "What is shown", Claims(evidence)),
            new("arms", "Arms side by side", Markup.Of($"<figure>{new ArmsPlot(evidence, format).Draw()}<figcaption>A dot is a run's winner on cases that nobody saw; the bar is the mean with its 95 % bootstrap interval. Dashed: the seed, without self-modification, and what a person wrote.</figcaption></figure>")),
            new("curves", "Performance over generations", Markup.Of($"<figure>{new CurvesPlot(evidence, format).Draw()}<figcaption>Best training score so far, mean over the seeds of each arm.</figcaption></figure>")),
            new("tree", "Archive tree", reading.Best is not { } best ? Markup.None : Markup.Of($"<figure>{new TreePlot(reading, record.Result?.Winner ?? best, format).Draw()}<figcaption>The first run of the full arm: every admitted agent, joined to the parent that made it; strong: the winner's line.</figcaption></figure>")),
            new("figures", "All figures", Markup.Of($"<pre>{text}</pre>")),
        ];
        return HtmlPage.Of($"Evidence · {evidence.Problem}", $"Cambrian · {evidence.Full.Count} seeds, {evidence.Arms.Count} arms", record.Folder.File.Title, sections);
    }

    private static Markup Claims(Evidence evidence)
    {
        var rows = evidence.Claims.Select(claim => Markup.Of(
            $"<tr><td class=\"{(claim.Holds ? "good" : claim.IsRefuted ? "bad" : "remark")} strong\">{claim.Verdict}</td><td>{claim.Text}</td><td class=\"number\">{Difference(claim.Comparison)}</td></tr>"));
        return Markup.Of($"<div class=\"scroll\"><table><thead><tr><th>verdict</th><th>claim</th><th class=\"number\">difference, 95 % interval</th></tr></thead><tbody>{rows}</tbody></table></div>");
    }

    private static string Difference(PairedComparison? comparison) => comparison is { } against
        ? $"{ScoreFormat.Short(against.MeanDifference)} [{ScoreFormat.Short(against.Interval.Low)}, {ScoreFormat.Short(against.Interval.High)}]"
        : "–";
}
