namespace Cambrian.Commands;

/// <summary>What a person asked for cannot be done; the message says what was given, what was expected and what to do.</summary>
internal sealed class UserException(ExitCode code, string message) : Exception(message)
{
    /// <summary>How the process ends.</summary>
    public ExitCode Code => code;
}
