using Cambrian.Report;

namespace Cambrian.Terminal;

/// <summary>Colours for terminals.</summary>
internal static class Paint
{
    /// <summary>A line of a difference: green, red or grey.</summary>
    public static string Difference(DiffKind kind, string line) => kind switch
    {
        DiffKind.Added => $"\e[32m{line}\e[0m",
        DiffKind.Removed => $"\e[31m{line}\e[0m",
        DiffKind.Note => $"\e[90m{line}\e[0m",
        _ => line,
    };
}
