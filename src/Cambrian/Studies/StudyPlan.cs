using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Runs;

namespace Cambrian.Studies;

/// <summary>The arms of a study: the default strategy, those that lack one of its parts, and what tests the improver by itself.</summary>
internal static class StudyPlan
{
    /// <summary>The arm whose claims are tested.</summary>
    public const string Full = "default";

    /// <summary>The seed agent of another domain, improved by the frozen improver that the full arm ended with.</summary>
    public const string SwapEvolved = "swap-evolved";

    /// <summary>The same, improved by the seed's frozen improver.</summary>
    public const string SwapSeed = "swap-seed";

    /// <summary>A second run in another domain that starts with the first run's improver.</summary>
    public const string CompoundEvolved = "compound-evolved";

    /// <summary>The same from scratch.</summary>
    public const string CompoundScratch = "compound-scratch";

    /// <summary>The arms, in the order they are run for each seed.</summary>
    /// <param name="folder">The problem.</param>
    /// <param name="strategies">Names of the catalog to compare with the default.</param>
    /// <param name="terms">What each run may use.</param>
    /// <param name="study">Where runs are recorded.</param>
    public static IReadOnlyList<StudyArm> Arms(ProblemFolder folder, IEnumerable<string> strategies, StudyTerms terms, StudyRecord study)
    {
        var (budget, improving) = (terms.Budget, terms.Improving);
        IEnumerable<StudyArm> arms = strategies.Prepend(Full).Distinct(StringComparer.Ordinal).Select(strategy => new StudyArm(strategy, strategy, budget, (_, _) => Task.FromResult<ProblemFolder?>(folder)));
        if (folder.File.Agent?.Transfer is null)
        {
            return [.. arms];
        }

        var derived = Path.Combine(study.Path, "derived");
        Task<ProblemFolder?> Untouched(int seed, CancellationToken cancellation) => Task.FromResult<ProblemFolder?>(DerivedProblem.Transfer(folder, Path.Combine(derived, "seed")));
        return
        [
            .. arms,
            new StudyArm(SwapSeed, "adas", improving, Untouched),
            new StudyArm(SwapEvolved, "adas", improving, async (seed, cancellation) => await WinnerAsync(study, seed, cancellation).ConfigureAwait(false) is { } winner
                ? DerivedProblem.Transfer(folder, Path.Combine(derived, $"swap-{seed}"), improver: winner)
                : null),
            new StudyArm(CompoundScratch, Full, improving, Untouched),
            new StudyArm(CompoundEvolved, Full, improving, async (seed, cancellation) => await WinnerAsync(study, seed, cancellation).ConfigureAwait(false) is { } winner
                ? DerivedProblem.Transfer(folder, Path.Combine(derived, $"compound-{seed}"), start: DerivedProblem.WithImprover(folder, winner, cancellation))
                : null),
        ];
    }

    private static async Task<Artifact?> WinnerAsync(StudyRecord study, int seed, CancellationToken cancellation)
    {
        if (study.Find(Full, seed) is not { } trial)
        {
            return null;
        }

        using var record = RunRecord.OpenToRead(Path.Combine(study.Path, trial.Run));
        await foreach (var _ in record.ReadAsync(cancellation).ConfigureAwait(false))
        {
            // Reading passes the winner, and the record takes note of it.
        }

        // Programs are fetched when they are looked into, which must happen before the record is closed.
        return record.Result is { } result ? new Artifact(result.Winner.Artifact.Files) : null;
    }
}
