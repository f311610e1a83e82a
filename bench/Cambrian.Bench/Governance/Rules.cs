extern alias program;

using Cambrian.Core;
using program::Cambrian.Governance;

namespace Cambrian.Bench.Governance;

/// <summary>Rules of promotion: what the candidate scored, what the promoted version scored, and which look at the tasks it is.</summary>
internal static class Rules
{
    /// <summary>Whatever scores higher.</summary>
    public static Task<bool> Higher(double[] candidate, double[] promoted, int look) => Task.FromResult(candidate.Sum() > promoted.Sum());

    /// <summary>Whatever is better by two standard errors of the paired differences.</summary>
    public static Task<bool> Significant(double[] candidate, double[] promoted, int look)
    {
        double[] differences = [.. candidate.Zip(promoted, (own, other) => own - other)];
        var mean = differences.Average();
        var error = Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Length - 1) / differences.Length);
        return Task.FromResult(error > 0 && mean / error > 2);
    }

    /// <summary>The gate that runs use.</summary>
    public static async Task<bool> Ours(double[] candidate, double[] promoted, int look) =>
        (await new PromotionGate(look).JudgeAsync(Measured(candidate), [Measured(promoted)], CancellationToken.None)).Admitted;

    private static Candidate Measured(double[] scores) =>
        new(0, Artifact.Of("program", ""), new Evaluation { Outcome = Outcome.Valid, Score = scores.Average(), Cases = [.. scores] }, []);
}
