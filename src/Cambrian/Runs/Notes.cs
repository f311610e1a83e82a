using Cambrian.Algorithms.Folders;

namespace Cambrian.Runs;

/// <summary>Guidance that people give to a run. Whoever is told the problem's statement, models and agents, is told that too.</summary>
internal static class Notes
{
    /// <summary>The file below a run's folder; a person may edit it.</summary>
    public const string FileName = "notes.md";

    /// <summary>Adds a note.</summary>
    /// <param name="run">The run's folder.</param>
    /// <param name="text">The guidance.</param>
    public static void Add(string run, string text) => File.AppendAllText(Path.Combine(run, FileName), $"- {text.ReplaceLineEndings(" ").Trim()}\n");

    /// <summary>The problem with what was noted for a run behind its statement.</summary>
    /// <param name="run">The run's folder.</param>
    /// <param name="folder">The run's copy of its problem.</param>
    public static ProblemFolder Apply(string run, ProblemFolder folder)
    {
        var file = Path.Combine(run, FileName);
        return File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } notes
            ? folder with { Problem = folder.Problem with { Statement = $"{folder.Problem.Statement.TrimEnd()}\n\nA person who follows this run notes:\n{notes}" } }
            : folder;
    }
}
