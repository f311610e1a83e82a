using Cambrian.Algorithms.Folders;
using Cambrian.Commands;
using Cambrian.Constructions;
using Cambrian.Core;
using Cambrian.Governance;
using Cambrian.Models.Calls;
using Cambrian.Runs;
using Cambrian.Store;
using Cambrian.Terminal;

namespace Cambrian.Report;

/// <summary>What a report is about.</summary>
internal sealed record ReportSubject : IDisposable
{
    /// <summary>The problem.</summary>
    public required ProblemFolder Folder { get; init; }

    /// <summary>How it was searched.</summary>
    public required RunOptions Options { get; init; }

    /// <summary>What the ledger says.</summary>
    public required RunReading Reading { get; init; }

    /// <summary>What the hold-out said; null for a run that was not finished.</summary>
    public RunResult? Result { get; init; }

    /// <summary>What was decided about it; null when nothing was.</summary>
    public Standing? Standing { get; init; }

    /// <summary>The first step that was changed after it was recorded; null when none was.</summary>
    public StepFault? Fault { get; init; }

    /// <summary>The hash over all steps: equal for equal runs.</summary>
    public string Head { get; init; } = "";

    /// <summary>What each model was used for; none when models had no part in it.</summary>
    public IReadOnlyList<ModelUsage> Usage { get; init; } = [];

    /// <summary>Where programs are fetched from as they are looked into.</summary>
    public IDisposable? Source { get; init; }

    /// <summary>The run's folder, as a person would type it.</summary>
    public required string RunPath { get; init; }

    /// <summary>The winner, or the best by training score when none was picked; null when nothing was admitted.</summary>
    public Candidate? Winner => Result?.Winner ?? Reading.Best;

    /// <summary>How scores are written.</summary>
    public ScoreFormat Format => ScoreFormat.Of(Folder);

    /// <summary>The command that makes the same ledger again: its steps say when to end, as a time would not. Models would say something else, so their recorded replies are used.</summary>
    public string Command => Options.Models is not null
        ? $"cambrian run {Folder.Problem.Name} --replay {RunPath}"
        : $"cambrian run {Folder.Problem.Name}{(StartedProblem.StartOf(Folder) is { } start ? $" --start {CommandLine.Word(start.File)}" : "")} --seed {Options.Seed}{(Options.Strategy == "default" ? "" : $" --strategy {Options.Strategy}")} --steps {Reading.Steps}";

    /// <summary>An SVG of what the winner makes; null where there is none.</summary>
    public string? Picture { get; init; }

    /// <summary>The winner, for whoever can do nothing without one.</summary>
    /// <exception cref="RunException">Nothing was admitted.</exception>
    public Candidate RequireWinner() =>
        Winner ?? throw new RunException($"{RunPath} has no best program yet: nothing was admitted. 'cambrian resume {RunPath}' goes on with it.");

    /// <inheritdoc/>
    public void Dispose() => Source?.Dispose();
}
