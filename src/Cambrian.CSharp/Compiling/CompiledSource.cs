namespace Cambrian.CSharp.Compiling;

/// <summary>What became of a source: an assembly image, or the reasons why there is none.</summary>
/// <param name="Image">The assembly; null when there are errors.</param>
/// <param name="Errors">One line each, "file:line: message", at most <see cref="CandidateCompiler.MaxErrors"/>; empty on success.</param>
public sealed record CompiledSource(byte[]? Image, IReadOnlyList<string> Errors)
{
    /// <summary>The errors as one text; empty on success.</summary>
    public string Feedback => string.Join('\n', Errors);

    /// <summary>No image, for the given reasons.</summary>
    public static CompiledSource Failed(IEnumerable<string> errors) => new(null, [.. errors]);
}
