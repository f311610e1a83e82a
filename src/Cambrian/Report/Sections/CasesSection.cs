namespace Cambrian.Report.Sections;

/// <summary>Seed and winner case by case.</summary>
internal static class CasesSection
{
    /// <summary>The section; null when there are fewer than two cases, and for a winner that was not measured on all of them.</summary>
    public static ReportSection? Of(ReportSubject subject)
    {
        if (subject is not { Winner.Evaluation: { Complete: true, Cases: { Length: > 1 } winner }, Reading.Seed.Evaluation.Cases: { Length: > 1 } seed })
        {
            return null;
        }

        var plot = new CasesPlot(subject.Format, seed, winner);
        var better = Enumerable.Range(0, Math.Min(seed.Length, winner.Length)).Count(index => winner[index] > seed[index]);
        var cut = winner.Length > plot.Shown ? $" The first {plot.Shown} are drawn." : "";
        return new ReportSection(
            "cases",
            "Training cases",
            Markup.Of($"<figure>{plot.Draw()}<figcaption>Rings: seed. Dots: winner, better in {better} of {Math.Min(seed.Length, winner.Length)} cases.{cut}</figcaption></figure>"));
    }
}
