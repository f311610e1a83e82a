namespace Cambrian.Report.Sections;

/// <summary>Which agent made which: the archive of a run whose programs make their own children.</summary>
internal static class TreeSection
{
    /// <summary>The section; null where programs are no agents, or nothing was admitted.</summary>
    public static ReportSection? Of(ReportSubject subject) => subject is { Folder.File.Agent: not null, Winner: { } winner }
        ? new ReportSection(
            "tree",
            "Archive tree",
            Markup.Of($"<figure>{new TreePlot(subject.Reading, winner, subject.Format).Draw()}<figcaption>Every admitted agent, joined to the parent that made it by its own Modify; strong: the winner's line.</figcaption></figure>"))
        : null;
}
