using System.Collections.Immutable;

namespace Cambrian.Core.Evaluators;

/// <summary>What a search reached over the work it took: the best score so far, as a staircase.</summary>
/// <param name="Improvements">Work done when a new best came, its oriented score, and what it is where that is known; in the order they came.</param>
public sealed record ImprovementCurve(ImmutableArray<(double Work, double Score, Artifact? Best)> Improvements)
{
    /// <summary>Work of a step besides its evaluation: choosing, proposing, remembering.</summary>
    public const double Overhead = 1;

    /// <summary>Follows a search until it has done some work. A step's work is <see cref="Overhead"/> and its <see cref="Evaluation.Cost"/>.</summary>
    /// <param name="steps">The search.</param>
    /// <param name="work">Where it ends.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ImprovementCurve> FollowAsync(IAsyncEnumerable<Step> steps, double work, CancellationToken cancellation)
    {
        var (done, best) = (0.0, double.NegativeInfinity);
        var improvements = ImmutableArray.CreateBuilder<(double, double, Artifact?)>();
        await foreach (var step in steps.WithCancellation(cancellation).ConfigureAwait(false))
        {
            done += Overhead + (step.Evaluation?.Cost ?? 0);
            if (done > work)
            {
                break;
            }

            if (step.Admitted is { } candidate && candidate.Score > best)
            {
                best = candidate.Score;
                improvements.Add((done, best, candidate.Artifact));
            }
        }

        return new ImprovementCurve(improvements.ToImmutable());
    }

    /// <summary>Mean over all the work of how much of the way from one score to another was done: 0 for nothing, 1 for all of it from the beginning.</summary>
    /// <param name="from">The score worth nothing.</param>
    /// <param name="to">The score worth 1, greater than <paramref name="from"/>; more is worth no more.</param>
    /// <param name="work">Where the curve ends.</param>
    public double Area(double from, double to, double work)
    {
        var (area, reached, worth) = (0.0, 0.0, 0.0);
        foreach (var (at, score, _) in Improvements.Where(improvement => improvement.Work <= work).Append((work, to, null)))
        {
            area += worth * (at - reached);
            (reached, worth) = (at, Math.Max(worth, Math.Clamp((score - from) / (to - from), 0, 1)));
        }

        return area / work;
    }

    /// <summary>Work done when a score was reached; null when it never was.</summary>
    public double? WorkTo(double score)
    {
        foreach (var (work, reached, _) in Improvements)
        {
            if (reached >= score)
            {
                return work;
            }
        }

        return null;
    }
}
