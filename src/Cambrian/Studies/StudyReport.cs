using Cambrian.Commands;
using Cambrian.Runs;
using Cambrian.Terminal;

namespace Cambrian.Studies;

/// <summary>Says what a study shows, as text and as a page for the browser beside its trials.</summary>
internal static class StudyReport
{
    /// <summary>Prints the text, writes <c>evidence.html</c>.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="RunException">The study has no trial of the default strategy yet.</exception>
    public static async Task<int> WriteAsync(Host host, StudyRecord study, CancellationToken cancellation)
    {
        if (study.Trials.FirstOrDefault(trial => trial is { Arm: StudyPlan.Full, Seed: > 0 }) is not { } first)
        {
            throw new RunException($"The study in '{study.Path}' has no run of the default strategy yet; go on with it by 'cambrian evidence <problem> --out {study.Path}'.");
        }

        using var record = RunRecord.OpenToRead(Path.Combine(study.Path, first.Run));
        var evidence = new Evidence(record.Folder.Problem.Name, study.Trials);
        foreach (var line in new EvidenceText(evidence, ScoreFormat.Of(record.Folder)).Lines())
        {
            await host.Output.WriteLineAsync(line).ConfigureAwait(false);
        }

        var page = Path.Combine(study.Path, "evidence.html");
        await File.WriteAllTextAsync(page, await EvidencePage.OfAsync(evidence, record, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        await host.Output.WriteLineAsync($"\n{host.Relative(page)}").ConfigureAwait(false);
        return (int)ExitCode.Done;
    }
}
