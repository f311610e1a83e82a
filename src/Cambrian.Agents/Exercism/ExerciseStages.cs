using System.Security.Cryptography;
using System.Text;

namespace Cambrian.Agents.Exercism;

/// <summary>
/// Exercises in stages of 10, 50 and the rest, so that a poor solver costs little: who solves no more than the threshold of what
/// came so far does not get the next stage (Darwin Gödel Machine, arXiv 2505.22954, §A.3, on Polyglot).
/// </summary>
public static class ExerciseStages
{
    /// <summary>Share of exercises that must be exceeded to go on.</summary>
    public const double Threshold = 0.4;

    private static readonly int[] Sizes = [10, 50];

    /// <summary>The stages, without empty ones. Which exercise is in which depends on the names alone: their order is that of their hashes.</summary>
    public static IReadOnlyList<IReadOnlyList<Exercise>> Of(IEnumerable<Exercise> exercises)
    {
        List<Exercise> left = [.. exercises.OrderBy(exercise => Hash(exercise.Name), StringComparer.Ordinal)];
        List<IReadOnlyList<Exercise>> stages = [];
        foreach (var size in Sizes.Append(left.Count))
        {
            stages.Add([.. left.Take(size)]);
            left = [.. left.Skip(size)];
        }

        return [.. stages.Where(stage => stage.Count > 0)];
    }

    /// <summary>Whether the next stage is worth running.</summary>
    /// <param name="results">Of all stages so far.</param>
    public static bool GoesOn(IReadOnlyCollection<ExerciseResult> results) => results.Count(result => result.Passed) > Threshold * results.Count;

    private static string Hash(string name) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
