using System.Runtime.CompilerServices;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Runs;
using Cambrian.Terminal;

namespace Cambrian.Commands;

/// <summary>Measures a problem's seed as a run of a single step would, twice, and its cheats; leaves nothing behind.</summary>
internal sealed class SeedTrial(Host host, ProblemFolder folder, RunOptions options)
{
    private readonly ScoreFormat _format = ScoreFormat.Of(folder);

    /// <summary>What was found, as it is found.</summary>
    /// <exception cref="ProblemFolderException">The evaluator does not compile.</exception>
    /// <exception cref="CheatWinsException">A cheat scores better than the seed.</exception>
    public async IAsyncEnumerable<Remark> RunAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var place = Directory.CreateTempSubdirectory("cambrian-check-");
        try
        {
            var first = await OpenAsync(Path.Combine(place.FullName, "1"), cancellation).ConfigureAwait(false);
            await using var firstDisposal = first.ConfigureAwait(false);
            if (await first.NeedsAsync(cancellation).ConfigureAwait(false) is { } needs)
            {
                yield return Remark.Good(needs);
            }

            var (seed, fault) = await MeasureAsync(first, cancellation).ConfigureAwait(false);
            if (seed is null)
            {
                yield return Remark.Bad(fault);
                yield break;
            }

            yield return Remark.Good($"the seed scores {_format.OrientedWithUnit(seed.Score)} on {seed.Cases.Length} training cases ({Durations.Format(seed.Cpu)} of processor time, {first.Isolation})");
            if (folder.File.Evaluator.Check is { } check)
            {
                yield return Remark.Good($"{check} gives it the same score");
            }

            var second = await OpenAsync(Path.Combine(place.FullName, "2"), cancellation).ConfigureAwait(false);
            await using var secondDisposal = second.ConfigureAwait(false);
            yield return Compare(seed, await MeasureAsync(second, cancellation).ConfigureAwait(false));
            await foreach (var remark in HoldOutAsync(first, cancellation).ConfigureAwait(false))
            {
                yield return remark;
            }

            var cheats = await first.CheckCheatsAsync(CheatTrial.Long, cancellation).ConfigureAwait(false);
            if (cheats.Count > 0)
            {
                yield return Remark.Good(CheatText.Reasons(cheats, _format));
            }
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private Task<RunSession> OpenAsync(string path, CancellationToken cancellation) =>
        RunSession.CreateAsync(folder, options with { Out = path }, host.Time, cancellation);

    // A seed that is refused, and an evaluator that cannot be used, come as broken harness: here they are what was looked for.
    private static async Task<(Evaluation? Seed, string Fault)> MeasureAsync(RunSession session, CancellationToken cancellation)
    {
        try
        {
            await foreach (var step in session.RunAsync(new Budget { Steps = 1 }, cancellation).ConfigureAwait(false))
            {
                return (step.Evaluation, "");
            }

            return (null, "The seed was not measured.");
        }
        catch (InvalidOperationException refused)
        {
            return (null, refused.Message);
        }
    }

    private Remark Compare(Evaluation seed, (Evaluation? Seed, string Fault) again)
    {
        if (again.Seed is not { } other)
        {
            return Remark.Bad($"The seed was scored once and refused the second time: {again.Fault}");
        }

        return other.Score == seed.Score && other.Cases.SequenceEqual(seed.Cases)
            ? Remark.Good("scored a second time it scores the same")
            : Remark.Advice($"Scored a second time it scores {_format.OrientedWithUnit(other.Score)}: the evaluator is noisy, or makes its cases anew. {(folder.Peer is null ? "Fix the seeds of its cases; for timings set 'evaluator.repeats' to 5 or so." : "Believe no improvement inside that noise.")}");
    }

    private async IAsyncEnumerable<Remark> HoldOutAsync(RunSession session, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var result = await session.FinishAsync(cancellation).ConfigureAwait(false);
        foreach (var (name, score) in new[] { ("validation", result.Validation), ("sealed test", result.Test) })
        {
            yield return score is { } value && double.IsFinite(value)
                ? Remark.Good($"the seed scores {_format.WithUnit(value)} on the {name} cases")
                : Remark.Bad($"The seed has no score on the {name} cases; expected the evaluator to serve training, validation and test.");
        }
    }
}
