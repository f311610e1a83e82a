using Cambrian.Core.Evaluators;

namespace Cambrian.Core.Gates;

/// <summary>
/// For noisy scores: no promotion inside the noise. A child that seems better than its best parent, but by no more than the
/// noise, is rejected; one that is clearly better, or claims no improvement at all, is left to the archive.
/// </summary>
/// <param name="noise">How far two scores of the same artifact may lie apart; a greater spread reported by <see cref="RepeatingEvaluator"/> counts instead.</param>
public sealed class NoiseGate(double noise) : IGate
{
    /// <inheritdoc/>
    public Task<Verdict> JudgeAsync(Candidate child, IReadOnlyList<Candidate> parents, CancellationToken cancellation)
    {
        var best = parents.MaxBy(parent => parent.Score);
        if (best is null)
        {
            return Task.FromResult(Verdict.Admit());
        }

        var gain = child.Score - best.Score;
        var band = Math.Max(noise, Math.Max(Spread(child), Spread(best)));
        return Task.FromResult(gain > 0 && gain <= band
            ? Verdict.Reject(FormattableString.Invariant($"better by {gain:g4}, which is inside the noise of {band:g4}"))
            : Verdict.Admit());
    }

    private static double Spread(Candidate candidate) => candidate.Evaluation.Metrics.GetValueOrDefault(RepeatingEvaluator.Spread);
}
