namespace Cambrian.Repositories;

/// <summary>What of a repository may change.</summary>
public sealed record RepositorySelection
{
    /// <summary>What is protected where nothing else is said: tests, by the names they usually have, and what steers builds and hosting.</summary>
    public static IReadOnlyList<string> UsuallyProtected { get; } =
    [
        "**/test", "**/tests", "**/spec", "**/testdata", "**/*.Tests", "**/test_*", "**/*_test.*", "**/*.test.*", "**/*.spec.*", "**/conftest.py",
        "**/Makefile", "**/.*",
    ];

    /// <summary>Patterns of the files that may change; a folder's name stands for all in it.</summary>
    public required IReadOnlyList<string> Evolve { get; init; }

    /// <summary>Patterns of files that may not, whatever <see cref="Evolve"/> says.</summary>
    public IReadOnlyList<string> Protect { get; init; } = UsuallyProtected;
}
