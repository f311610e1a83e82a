using Cambrian.Commands;
using Cambrian.Core;
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
        return await WriteAsync(host, new Evidence(record.Folder.Problem.Name, study.Trials), record, study.Path, cancellation).ConfigureAwait(false);
    }

    /// <summary>Says what one run shows, which is less: its winner against the seed, case by case.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="RunException">The run was not finished, so no case that it did not see was looked at.</exception>
    public static async Task<int> WriteAsync(Host host, string run, CancellationToken cancellation)
    {
        using var record = RunRecord.OpenToRead(run);
        List<Step> steps = [];
        await foreach (var step in record.ReadAsync(cancellation).ConfigureAwait(false))
        {
            steps.Add(step);
        }

        var result = record.Result ?? throw new RunException($"The run in '{host.Relative(run)}' has no winner yet, so there is nothing to say; finish it by 'cambrian resume {host.Relative(run)}'.");
        var trial = Trial.Of((record.Options.Strategy, record.Options.Seed), "", steps, record.Folder.Problem, result);
        await WriteAsync(host, new Evidence(record.Folder.Problem.Name, [trial], trial.Arm), record, run, cancellation).ConfigureAwait(false);
        await host.Output.WriteLineAsync($"This run alone, against the seed: {result.OverSeed?.ToString() ?? "not compared, as there are no sealed cases that both were scored on"}.").ConfigureAwait(false);
        return (int)ExitCode.Done;
    }

    private static async Task<int> WriteAsync(Host host, Evidence evidence, RunRecord record, string place, CancellationToken cancellation)
    {
        foreach (var line in new EvidenceText(evidence, ScoreFormat.Of(record.Folder)).Lines())
        {
            await host.Output.WriteLineAsync(line).ConfigureAwait(false);
        }

        var page = Path.Combine(place, "evidence.html");
        await File.WriteAllTextAsync(page, await EvidencePage.OfAsync(evidence, record, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        await host.Output.WriteLineAsync($"\n{host.Relative(page)}").ConfigureAwait(false);
        return (int)ExitCode.Done;
    }
}
