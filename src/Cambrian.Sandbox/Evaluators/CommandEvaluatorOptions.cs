using System.Collections.Immutable;
using Cambrian.Core;

namespace Cambrian.Sandbox.Evaluators;

/// <summary>
/// Which programs measure a candidate. In the words of a command {candidate} stands for the folder with the candidate's files,
/// {problem} for the problem folder, {scratch} for the working directory and {split} for the cases; a word that names a file of
/// the problem folder stands for that file.
/// </summary>
public sealed record CommandEvaluatorOptions
{
    /// <summary>The problem folder; readable inside as {problem}, but for what is sealed.</summary>
    public required string ProblemFolder { get; init; }

    /// <summary>Runs beside the candidate. Alone it prints the report; with <see cref="Score"/> it prints the answer.</summary>
    public required IReadOnlyList<string> Run { get; init; }

    /// <summary>Runs in a fresh sandbox without the candidate, reads the answer from standard input and prints the report. Empty for the one-step form.</summary>
    public IReadOnlyList<string> Score { get; init; } = [];

    /// <summary>Which cases, for instance "training".</summary>
    public required string Split { get; init; }

    /// <summary>Which way the reported score is better.</summary>
    public Direction Direction { get; init; } = Direction.Maximise;

    /// <summary>
    /// Split to paths or patterns (*, **, ?) relative to the problem folder. What is sealed for another split is covered up
    /// always; what is sealed for this one is seen by the program that reports, and never by one that only answers.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Sealed { get; init; } = ImmutableDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>What each of the programs may use.</summary>
    public SandboxLimits Limits { get; init; } = SandboxLimits.Default;

    /// <summary>
    /// A tar archive, relative to the problem folder, of a tree that the candidate's files are laid over: <see cref="Run"/> starts in a fresh,
    /// writable copy of it, <see cref="Score"/> in one without the candidate. Null, the default: commands start in an empty scratch folder.
    /// </summary>
    public string? Tree { get; init; }

    /// <summary>Whether the exit code is the score: 1 for success, 0 for failure; what is printed is feedback. Default false: a report is printed.</summary>
    public bool ScoredByExitCode { get; init; }

    /// <summary>Name of the report's field that holds the score. Default "score".</summary>
    public string ScoreField { get; init; } = "score";
}
