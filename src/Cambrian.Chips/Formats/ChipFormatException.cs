namespace Cambrian.Chips.Formats;

/// <summary>A file does not say what its format requires; the message names the file, the line, the field, what was given and what was expected.</summary>
public sealed class ChipFormatException : Exception
{
    /// <summary>A complaint about one line.</summary>
    public ChipFormatException(string file, int line, string complaint)
        : base($"{file}, line {line}: {complaint}")
    {
    }

    /// <summary>A complaint about a file as a whole.</summary>
    public ChipFormatException(string file, string complaint)
        : base($"{file}: {complaint}")
    {
    }
}
