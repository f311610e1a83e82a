using System.ComponentModel;

namespace Cambrian.Algorithms.Folders;

/// <summary>Set where the program is part of a Git repository: <see cref="EvaluatorSection.Run"/> is then a test command that starts in a copy of its committed tree.</summary>
public sealed record RepositorySection
{
    /// <summary>The archive of the committed tree, in a folder whose commit is fixed.</summary>
    public const string Archive = "tree.tar";

    /// <summary>The repository; relative to the problem's folder.</summary>
    [Description("The repository, relative to the problem's folder; default \".\".")]
    public string Path { get; init; } = ".";

    /// <summary>The commit to start from; a run writes the hash it found into its own copy.</summary>
    [Description("The commit to start from: a hash, a branch or a tag; default \"HEAD\". What is not committed does not count.")]
    public string Commit { get; init; } = "HEAD";

    /// <summary>Patterns of the files that may change.</summary>
    [Description("Patterns of the files that may change, from the repository's root, for instance \"src/**/*.py\"; a folder's name stands for all in it.")]
    public required IReadOnlyList<string> Evolve { get; init; }

    /// <summary>Patterns of files that may not; null for the usual names of tests and of what steers builds.</summary>
    [Description("Patterns of files that may not change, whatever \"evolve\" says; default: the usual names of tests, Makefiles, and everything whose name begins with a dot.")]
    public IReadOnlyList<string>? Protect { get; init; }

    /// <summary>How the test command says what a program is worth.</summary>
    [Description("How the test command, \"evaluator.run\", says what a program is worth: \"exitCode\" (default; 1 for success, 0 for failure) or \"report\" (a JSON object as its last line).")]
    public RepositoryGrading ScoredBy { get; init; } = RepositoryGrading.ExitCode;
}
