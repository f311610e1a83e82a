using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Cambrian.Algorithms.Folders;

/// <summary>How candidates are measured: by a C# evaluator (<see cref="File"/>, <see cref="Entry"/>) or by commands (<see cref="Run"/>).</summary>
public sealed record EvaluatorSection
{
    /// <summary>C#: the evaluator's source file.</summary>
    [Description("C#: the evaluator's source file, for instance \"evaluator.cs\".")]
    public string? File { get; init; }

    /// <summary>C#: the candidate's static method, "Type.Method".</summary>
    [Description("C#: the candidate's static method, \"Type.Method\".")]
    public string? Entry { get; init; }

    /// <summary>C#: a second, independent evaluator of the same shape that scores every new best again; the lower of the two counts.</summary>
    [Description("C#: a second, independent evaluator of the same shape that must agree on every new best before it counts.")]
    public string? Verifier { get; init; }

    /// <summary>C#: a second, independent implementation of the verifier of constructions, which must give every new best the evaluator's value.</summary>
    [Description("C#: a file with a class derived from ConstructionCheck<TAnswer>, a second, independent implementation of the verifier: a new best only counts where it gives the same value.")]
    public string? Check { get; init; }

    /// <summary>C#: assemblies of this program, beyond the core, that the evaluator itself uses; candidates never see them.</summary>
    [Description("C#: assemblies of this program, beyond its core, that the evaluator itself uses, for instance [\"Cambrian.Chips\"]; candidates never see them.")]
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>C#: how many training cases each stage ends with, ascending; a candidate that trails its parent after a stage is stopped.</summary>
    [Description("C#: how many training cases each stage ends with, ascending, for instance [4, 24]; a candidate that trails its parent after a stage is stopped. Default: one stage with all cases.")]
    public IReadOnlyList<int> Stages { get; init; } = [];

    /// <summary>C#: the score that a candidate must reach on the cases up to the end of each stage to go on, whatever its parent did; one for each stage, or fewer.</summary>
    [Description("C#: the score, in the problem's own direction, that a candidate must reach at the end of each stage to go on, whatever its parent did; for instance [0.3]. Default: none.")]
    public IReadOnlyList<double> Bars { get; init; } = [];

    /// <summary>How far a candidate may trail its parent after a stage, as a share of the parent's score; default 0.1.</summary>
    [Description("How far a candidate may trail its parent after a stage, as a share of the parent's score; default 0.1.")]
    public double Slack { get; init; } = 0.1;

    /// <summary>Command: program and arguments that measure a candidate; {candidate} stands for its folder, {split} for the cases.</summary>
    [Description("Command: program and arguments; {candidate} stands for the candidate's folder, {split} for training, validation or test. Prints one JSON object.")]
    public IReadOnlyList<string> Run { get; init; } = [];

    /// <summary>Command: a second program that turns what <see cref="Run"/> printed into the JSON object, in a sandbox without the candidate.</summary>
    [Description("Command: a second program that gets on standard input what \"run\" printed and prints the JSON object, in a sandbox without the candidate.")]
    public IReadOnlyList<string> Score { get; init; } = [];

    /// <summary>Command: files of the problem folder that only the scoring of that split may see.</summary>
    [Description("Command: files of the problem folder, by split, that are hidden unless that split is being scored.")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Sealed { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Command: times a noisy candidate is measured; the median counts. Default 1.</summary>
    [Description("Times a candidate is measured when scores are noisy, for instance timings; the median counts and nothing inside the noise is promoted. Default 1.")]
    public int Repeats { get; init; } = 1;

    /// <summary>Seconds a candidate may take for all cases of a stage; default 10.</summary>
    [Description("Seconds a candidate may take for one stage (C#) or one run (command); default 10.")]
    public double TimeLimit { get; init; } = 10;

    /// <summary>Memory in MiB; default 512.</summary>
    [Description("Memory in MiB; default 512.")]
    public int Memory { get; init; } = 512;

    /// <summary>Whether this is a C# evaluator.</summary>
    [JsonIgnore]
    public bool IsCSharp => File is not null;
}
