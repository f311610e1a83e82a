using System.Text.Json;
using Cambrian.Core;

namespace Cambrian.Algorithms.Folders;

/// <summary>Reads a <c>problem.json</c> and says in plain words what is wrong with it.</summary>
public static class ProblemFileReader
{
    private static readonly JsonFault Fault = new(typeof(ProblemFile), ProblemFile.Json, "The members are described in docs/problem.schema.json.");
    private static readonly string[] Splits = ["training", "validation", "test"];

    /// <summary>Reads the file at a path, with the members that come from what it extends.</summary>
    /// <exception cref="ProblemFolderException">The file is missing or malformed.</exception>
    public static ProblemFile Read(string path) => Read(path, out _);

    /// <summary>Reads the file at a path, and says which folders its members come from.</summary>
    /// <exception cref="ProblemFolderException">The file is missing or malformed.</exception>
    internal static ProblemFile Read(string path, out ProblemLayers layers)
    {
        if (!File.Exists(path))
        {
            throw new ProblemFolderException($"There is no {path}. Expected a JSON file with title, direction and evaluator; 'cambrian new <name>' writes a working one.");
        }

        layers = ProblemLayers.Of(Path.GetDirectoryName(Path.GetFullPath(path))!); // a file lies in a folder
        return Parse(layers.Text(), layers.Folders.Count == 1 ? path : $"{path} (with what it takes from {layers.Folders[1]})");
    }

    /// <summary>Reads the file's text.</summary>
    /// <param name="text">JSON, with comments and trailing commas if the author likes.</param>
    /// <param name="name">What to call the file in messages.</param>
    /// <exception cref="ProblemFolderException">The text is malformed.</exception>
    public static ProblemFile Parse(string text, string name)
    {
        ProblemFile file;
        try
        {
            if (JsonFault.EmptyElement(text) is { } empty)
            {
                throw new ProblemFolderException($"{name}: '{empty}' is null; expected a value, or nothing at all.");
            }

            file = JsonSerializer.Deserialize<ProblemFile>(text, ProblemFile.Json)
                ?? throw new ProblemFolderException($"{name} holds null; expected a JSON object with title, direction and evaluator.");
        }
        catch (JsonException fault)
        {
            throw new ProblemFolderException($"{name}{Place(fault)}: {Fault.Explain(fault, text)}", fault);
        }

        foreach (var complaint in Complaints(file))
        {
            throw new ProblemFolderException($"{name}: {complaint}");
        }

        return file;
    }

    private static IEnumerable<string> Complaints(ProblemFile file) =>
        EvaluatorComplaints(file.Evaluator).Concat(CheckComplaints(file.Evaluator)).Concat(RepositoryComplaints(file)).Concat(AgentComplaints(file)).Concat(RangeComplaints(file)).Concat(SearchComplaints(file.Search));

    private static IEnumerable<string> EvaluatorComplaints(EvaluatorSection evaluator)
    {
        if (evaluator.IsCSharp == evaluator.Run.Count > 0)
        {
            yield return "'evaluator' must have either 'file' (a C# evaluator) or 'run' (a command), and not both.";
        }

        if (evaluator.IsCSharp && (evaluator.Entry?.LastIndexOf('.') ?? -1) <= 0)
        {
            yield return $"'evaluator.entry' is '{evaluator.Entry}'; expected the candidate's static method as \"Type.Method\".";
        }

        if (evaluator.Stages.Zip(evaluator.Stages.Skip(1)).Any(pair => pair.First >= pair.Second) || evaluator.Stages.Any(stage => stage < 1))
        {
            yield return $"'evaluator.stages' is [{string.Join(", ", evaluator.Stages)}]; expected ascending numbers of cases from 1, such as [4, 24].";
        }

        if (evaluator.Bars.Count > evaluator.Stages.Count || !evaluator.Bars.All(double.IsFinite))
        {
            yield return $"'evaluator.bars' has {evaluator.Bars.Count} scores; expected at most one for each of the {evaluator.Stages.Count} stages.";
        }

        if (!(evaluator.TimeLimit is > 0 and <= 86_400) || evaluator.Memory is < 64 or > 1_048_576 || evaluator.Repeats is < 1 or > 1000 || !(evaluator.Slack >= 0))
        {
            yield return "'evaluator' has a limit out of range: 'timeLimit' is seconds in (0, 86400], 'memory' MiB in [64, 1048576], 'repeats' in [1, 1000], 'slack' not negative.";
        }

        foreach (var split in evaluator.Sealed.Keys.Except(Splits))
        {
            yield return $"'evaluator.sealed' names the split '{split}'; expected training, validation or test.";
        }
    }

    private static IEnumerable<string> CheckComplaints(EvaluatorSection evaluator)
    {
        if (evaluator is { IsCSharp: false, Check: not null })
        {
            yield return "'evaluator.check' stands beside a command; only a C# evaluator, whose answers have a type, can be checked.";
        }
    }

    private static IEnumerable<string> RepositoryComplaints(ProblemFile file)
    {
        if (file.Repository is not { } repository)
        {
            yield break;
        }

        if (file.Evaluator.IsCSharp || repository.Evolve.Count == 0)
        {
            yield return "'repository' needs patterns in 'evolve', such as [\"src/**/*.py\"], and a test command in 'evaluator.run', such as [\"make\", \"test\"].";
        }

        if (repository.ScoredBy == RepositoryGrading.ExitCode && (file.Direction != Direction.Maximise || file.Evaluator.Score.Count > 0))
        {
            yield return "'repository.scoredBy' is \"exitCode\", which gives 1 for success and 0 for failure: expected the direction \"maximise\" and no 'evaluator.score'. With \"report\" the command prints any score.";
        }
    }

    private static IEnumerable<string> AgentComplaints(ProblemFile file)
    {
        if (file.Agent is not { } agent)
        {
            yield break;
        }

        if (!file.Evaluator.IsCSharp || agent.Modify.LastIndexOf('.') <= 0)
        {
            yield return $"'agent.modify' is '{agent.Modify}'; expected a static method as \"Type.Method\", of agents that a C# evaluator measures.";
        }

        if (agent.Edits is < 1 or > 1000 || !(agent.TimeLimit is > 0 and <= 86_400))
        {
            yield return "'agent' has a limit out of range: 'edits' is in [1, 1000], 'timeLimit' seconds in (0, 86400].";
        }
    }

    private static IEnumerable<string> RangeComplaints(ProblemFile file)
    {
        foreach (var feature in file.Features.Where(feature => !(feature.Low <= feature.High)))
        {
            yield return $"feature '{feature.Name}' ranges from {feature.Low} to {feature.High}; expected low ≤ high.";
        }

        if (file.Bound is { } bound && !double.IsFinite(bound))
        {
            yield return $"'bound' is {bound}; expected a number.";
        }

        foreach (var measure in file.Measures.Where(measure => !(measure.Low < measure.High) || measure.Cells is < 1 or > 1000))
        {
            yield return $"measure '{measure.Metric}' has {measure.Cells} cells from {measure.Low} to {measure.High}; expected 1 to 1,000 cells and low < high.";
        }
    }

    private static IEnumerable<string> SearchComplaints(SearchSection search)
    {
        if (search.Islands is < 1 or > 1000 || search.Population < 1 || search.Tournament < 1 || search.MaxNodes < 1 || search.Finalists < 1)
        {
            yield return "'search' has a number out of range: islands 1 to 1,000; population, tournament, maxNodes and finalists at least 1.";
        }
    }

    private static string Place(JsonException fault) => fault.LineNumber is { } line ? $", line {line + 1}" : "";
}
