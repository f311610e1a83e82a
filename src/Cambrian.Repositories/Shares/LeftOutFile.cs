namespace Cambrian.Repositories.Shares;

/// <summary>A tracked file whose lines are not counted.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">"binary", "generated", "symbolic link" or "submodule".</param>
public sealed record LeftOutFile(string Path, string Reason);
