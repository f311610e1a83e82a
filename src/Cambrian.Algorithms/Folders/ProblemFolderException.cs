namespace Cambrian.Algorithms.Folders;

/// <summary>A problem folder cannot be used; the message says what was given, what was expected and what to do.</summary>
public sealed class ProblemFolderException : Exception
{
    /// <summary>A problem with the folder at the given path.</summary>
    public ProblemFolderException(string message) : base(message)
    {
    }

    /// <summary>A problem with the folder at the given path.</summary>
    public ProblemFolderException(string message, Exception cause) : base(message, cause)
    {
    }
}
