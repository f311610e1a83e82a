using Cambrian.Algorithms.Folders;
using Cambrian.Commands;
using Cambrian.Core;
using Cambrian.Runs;
using Cambrian.Terminal;

namespace Cambrian.Studies;

/// <summary>Runs what a study still lacks, seed by seed, so that whatever else the machine does meanwhile meets all arms alike.</summary>
internal sealed class StudyExecution(Host host, RunOptions options, StudyRecord study, TextWriter text)
{
    /// <summary>Runs all arms on all seeds; what is recorded already is left as it is, what was begun is gone on with.</summary>
    public async Task RunAsync(IReadOnlyList<StudyArm> arms, int seeds, CancellationToken cancellation)
    {
        for (var seed = 1; seed <= seeds; seed++)
        {
            foreach (var arm in arms.Where(arm => study.Find(arm.Name, seed) is null))
            {
                if (await arm.Problem(seed, cancellation).ConfigureAwait(false) is { } folder)
                {
                    await RunAsync(arm, seed, folder, cancellation).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>Scores what a person wrote to compare with: runs of one step, recorded as seed 0.</summary>
    public async Task ScoreReferencesAsync(ProblemFolder folder, CancellationToken cancellation)
    {
        foreach (var (name, artifact) in folder.References.Where(reference => study.Find(reference.Key, seed: 0) is null))
        {
            var alone = DerivedProblem.StartingWith(folder, Path.Combine(study.Path, "derived", name), artifact);
            var arm = new StudyArm(name, StudyPlan.Full, new Budget { Steps = 1 }, (_, _) => Task.FromResult<ProblemFolder?>(alone));
            await RunAsync(arm, 0, alone, cancellation).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(StudyArm arm, int seed, ProblemFolder folder, CancellationToken cancellation)
    {
        var name = $"{arm.Name}-{seed}";
        var own = options with { Seed = seed, Strategy = arm.Strategy, Out = Path.Combine(study.Path, name) };
        var cpuBefore = ProcessorTime.Used();
        var session = File.Exists(Path.Combine(own.Out, RunRecord.DatabaseFile))
            ? await RunSession.OpenAsync(own.Out, own, host.Time, cancellation).ConfigureAwait(false)
            : await RunSession.CreateAsync(folder, own, host.Time, cancellation).ConfigureAwait(false);
        List<Step> steps = [];
        RunResult result;
        await using (session.ConfigureAwait(false))
        {
            // The same cheats on the same problem: one trial of them serves all arms.
            if (session.RecordedSteps == 0 && folder.Cheats.Count > 0 && arm.Name == StudyPlan.Full && seed == 1)
            {
                await session.CheckCheatsAsync(CheatTrial.Brief, cancellation).ConfigureAwait(false);
            }

            await foreach (var step in session.RunAsync(await session.InTasksAsync(arm.Budget, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false))
            {
                steps.Add(step);
            }

            result = await session.FinishAsync(cancellation).ConfigureAwait(false);
        }

        var trial = Trial.Of((arm.Name, seed), name, steps, folder.Problem, result) with { CpuSeconds = Math.Round((ProcessorTime.Used() - cpuBefore + session.SandboxCpu).TotalSeconds, 1) };
        study.Add(trial);
        var format = ScoreFormat.Of(folder);
        await text.WriteLineAsync($"seed {seed,2}  {arm.Name,-17} {format.Oriented(trial.Start)} → {format.OrientedWithUnit(trial.Score)}   {trial.Evaluations} evaluations, {ScoreFormat.Share(trial.Admitted, trial.Steps)} admitted, {trial.CpuSeconds:0} CPU-s").ConfigureAwait(false);
    }
}
