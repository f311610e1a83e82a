namespace Cambrian.Algorithms.Folders;

/// <summary>How a test command says what a program is worth.</summary>
public enum RepositoryGrading
{
    /// <summary>By its exit code: 1 for success, 0 for failure.</summary>
    ExitCode,

    /// <summary>By a JSON object as its last line, as every other command does.</summary>
    Report,
}
