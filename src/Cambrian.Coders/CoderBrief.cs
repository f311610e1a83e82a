using System.Globalization;
using Cambrian.Core;
using Cambrian.CSharp.Text;

namespace Cambrian.Coders;

/// <summary>What a coding agent is given: the task in words, the parent's files to change, and a folder of other programs with their scores to read.</summary>
internal static class CoderBrief
{
    /// <summary>The folder with the files to change, below the given one.</summary>
    public const string Work = "work";

    /// <summary>The folder with other programs, below the given one.</summary>
    public const string Archive = "archive";

    private const int MostCases = 60;
    private const int MostFeedback = 4000;

    /// <summary>Writes the files.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="parents">The program to change first, then others to read.</param>
    public static void Write(string folder, Problem problem, IReadOnlyList<Candidate> parents)
    {
        WriteFiles(parents[0].Artifact, Path.Combine(folder, Work));
        Directory.CreateDirectory(Path.Combine(folder, Archive));
        foreach (var other in parents.DistinctBy(other => other.Step))
        {
            var place = Path.Combine(folder, Archive, string.Create(CultureInfo.InvariantCulture, $"step-{other.Step}"));
            WriteFiles(other.Artifact, place);
            File.WriteAllText(Path.Combine(place, "SCORE.txt"), Scores(problem, other));
        }
    }

    /// <summary>The task in words.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="parent">The program to change.</param>
    public static string Task(Problem problem, Candidate parent)
    {
        var marked = parent.Artifact.Files.Values.Any(EvolveBlocks.HasMarkers);
        var rule = marked
            ? $"Change only what stands between the lines with {EvolveBlocks.StartMarker} and {EvolveBlocks.EndMarker}."
            : "Everything in these files may be changed.";
        return $"""
            Improve the program in the current folder so that it scores better. {rule} Add no file, remove none, and do not ask questions.
            The files are {string.Join(", ", parent.Artifact.Files.Keys)}. Other programs with their scores are in ../{Archive} and can be read.
            When you end, the files are measured by an evaluator that you cannot see; what you say about them is not read.

            {problem.Statement}

            The program now:
            {Scores(problem, parent)}
            """;
    }

    private static string Scores(Problem problem, Candidate candidate)
    {
        var better = problem.Direction == Direction.Minimise ? "smaller is better" : "greater is better";
        var cases = candidate.Evaluation.Cases.Take(MostCases).Select(score => Number(problem.Orient(score)));
        var feedback = candidate.Evaluation.Feedback;
        return $"score {Number(problem.Orient(candidate.Score))} ({better}); single cases: {string.Join(' ', cases)}"
            + (feedback.Length == 0 ? "" : $"\nThe evaluator said:\n{feedback[..Math.Min(feedback.Length, MostFeedback)]}");
    }

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static void WriteFiles(Artifact artifact, string folder)
    {
        foreach (var (path, text) in artifact.Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? folder);
            File.WriteAllText(file, text);
        }
    }
}
