using System.Security.Cryptography;
using System.Text;
using Cambrian.Core;
using Cambrian.Sandbox;

namespace Cambrian.Agents.Exercism;

/// <summary>
/// Scores solutions of exercises by their tests. A solution is hostile code: it runs in a sandbox of its own, with the tests,
/// without a network, and what it prints is not believed. Safe to use from several threads.
/// </summary>
/// <param name="sandbox">Where solutions run; must outlive this.</param>
/// <param name="limits">What a solution with its tests may use; null for 60 s of wall time, 60 s of processor time and 4 GiB.</param>
public sealed class ExerciseScorer(SandboxRunner sandbox, SandboxLimits? limits = null)
{
    private const int WordBytes = 16;
    private readonly ExerciseCompiler _compiler = new();
    private readonly SandboxLimits _limits = limits ?? new SandboxLimits { Processes = 256, MemoryBytes = 4L << 30 };

    /// <summary>How solutions are contained, for instance "L3 bubblewrap+seccomp+cgroup-v1".</summary>
    public string Isolation => sandbox.Isolation;

    /// <summary>Scores one solution.</summary>
    /// <param name="exercise">Whose tests decide.</param>
    /// <param name="solution">The solution's files.</param>
    /// <param name="cancellation">Kills the sandbox.</param>
    public async Task<ExerciseResult> ScoreAsync(Exercise exercise, Artifact solution, CancellationToken cancellation)
    {
        var report = new FactReport(exercise.Tests);
        var (files, fault) = _compiler.Compile(exercise.Tests, solution, cancellation);
        if (files.Count == 0)
        {
            return new ExerciseResult(exercise.Name, report.Read("", ""), fault);
        }

        var folder = Directory.CreateTempSubdirectory("cambrian-exercise-");
        try
        {
            foreach (var (name, bytes) in files)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), bytes, cancellation).ConfigureAwait(false);
            }

            return await RunAsync(exercise.Name, report, Path.Combine(folder.FullName, ExerciseCompiler.Runner), cancellation).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Scores exercises, several at a time.</summary>
    /// <param name="exercises">Which.</param>
    /// <param name="solutionOf">Chooses what is scored.</param>
    /// <param name="parallel">How many at a time; changes nothing but the speed.</param>
    /// <param name="cancellation">Kills the sandboxes.</param>
    /// <returns>The results, in the exercises' order.</returns>
    public async Task<IReadOnlyList<ExerciseResult>> ScoreAllAsync(
        IReadOnlyList<Exercise> exercises, Func<Exercise, Artifact> solutionOf, int parallel, CancellationToken cancellation)
    {
        var results = new ExerciseResult[exercises.Count];
        await Parallel.ForAsync(0, exercises.Count, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation }, async (index, stop) =>
            results[index] = await ScoreAsync(exercises[index], solutionOf(exercises[index]), stop).ConfigureAwait(false)).ConfigureAwait(false);
        return results;
    }

    private async Task<ExerciseResult> RunAsync(string name, FactReport report, string runner, CancellationToken cancellation)
    {
        var word = RandomNumberGenerator.GetHexString(2 * WordBytes);
        var result = await sandbox.RunAsync(DotnetWorker.Command(runner, _limits), Encoding.ASCII.GetBytes(word + "\n"), cancellation).ConfigureAwait(false);
        var facts = report.Read(word, Encoding.UTF8.GetString(result.Output.Span));
        var fault = result.Exit.Succeeded ? "" : $"{result.Exit.Message}{LastWords(result.ErrorTail)}";
        return new ExerciseResult(name, facts, fault);
    }

    private static string LastWords(string error) =>
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..] ? $": {(first.Length <= 200 ? first : first[..200] + "…")}" : "";
}
