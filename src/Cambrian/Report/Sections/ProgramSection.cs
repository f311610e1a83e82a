namespace Cambrian.Report.Sections;

/// <summary>The winner itself, and what became of the seed.</summary>
internal static class ProgramSection
{
    private const int LongestFile = 100_000;

    /// <summary>The section; null when nothing was admitted.</summary>
    public static ReportSection? Of(ReportSubject subject)
    {
        if (subject is not { Winner: { } winner, Reading.Seed: { } seed })
        {
            return null;
        }

        var files = winner.Artifact.Files.Select(file => Markup.Of($"<h4>{file.Key}</h4><pre>{Cut(file.Value)}</pre>"));
        return new ReportSection(
            "program",
            "Program",
            Markup.Of($"<h3>Seed → winner</h3>{DiffBlock.Of(seed.Artifact, winner.Artifact)}<details><summary>the whole program, step {winner.Step}, <code>{winner.Artifact.ToString()}</code></summary>{files}</details>"));
    }

    private static string Cut(string text) => text.Length <= LongestFile ? text : $"{text[..LongestFile]}\n… {text.Length - LongestFile} more characters";
}
