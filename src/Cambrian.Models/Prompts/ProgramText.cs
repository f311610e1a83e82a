using System.Text;
using Cambrian.Core;

namespace Cambrian.Models.Prompts;

/// <summary>Programs and scores as prompts show them.</summary>
internal static class ProgramText
{
    private const int MostCases = 24;
    private const int LongestFeedback = 2_000;

    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        [".cs"] = "csharp",
        [".py"] = "python",
        [".js"] = "javascript",
        [".ts"] = "typescript",
        [".rs"] = "rust",
        [".cpp"] = "cpp",
        [".c"] = "c",
        [".java"] = "java",
        [".go"] = "go",
        [".sh"] = "bash",
    };

    /// <summary>The name of a program's language, by its first file.</summary>
    public static string Language(Artifact program) => LanguageOf(program.Files.Keys.First());

    /// <summary>All files in fences; several are named.</summary>
    public static string Of(Artifact program)
    {
        var text = new StringBuilder();
        foreach (var (path, content) in program.Files)
        {
            text.Append(program.Files.Count > 1 ? $"{path}\n" : "").Append($"```{LanguageOf(path)}\n").Append(content.TrimEnd()).Append("\n```\n");
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>A score in the problem's own direction.</summary>
    public static string Score(Problem problem, double oriented) => Number(problem.Orient(oriented));

    /// <summary>Scores case by case, the worst first; empty when there is but one.</summary>
    public static string Cases(Problem problem, Evaluation evaluation) => evaluation.Cases.Length < 2 ? ""
        : string.Join('\n', evaluation.Cases.Select((score, number) => (score, number)).OrderBy(one => one.score).Take(MostCases).Select(one => $"case {one.number}: {Score(problem, one.score)}"))
            + (evaluation.Cases.Length > MostCases ? $"\n… and {evaluation.Cases.Length - MostCases} better ones" : "");

    /// <summary>Further numbers.</summary>
    public static string Metrics(Evaluation evaluation) => string.Join('\n', evaluation.Metrics.Select(metric => $"{metric.Key}: {Number(metric.Value)}"));

    /// <summary>What an evaluator said, cut where it is long: its end, where errors stand, is kept.</summary>
    public static string Feedback(string feedback) => feedback.Length <= LongestFeedback ? feedback.Trim() : $"… {feedback[^LongestFeedback..].Trim()}";

    private static string Number(double value) => FormattableString.Invariant($"{value:G7}");

    private static string LanguageOf(string path) => Languages.GetValueOrDefault(Path.GetExtension(path), "");
}
