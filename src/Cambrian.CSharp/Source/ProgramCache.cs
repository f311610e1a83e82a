using Cambrian.Core;
using Cambrian.CSharp.Compiling;

namespace Cambrian.CSharp.Source;

/// <summary>Remembers the analysis of the programs used last. Safe to share between threads.</summary>
/// <param name="options">How many, and against which references.</param>
internal sealed class ProgramCache(SourceOptions options)
{
    private readonly CandidateCompiler _compiler = new(options.References);
    private readonly Recent<SourceProgram?> _read = new(options.Remembered);

    /// <summary>An artifact's program; null when it has no C# that parses.</summary>
    public SourceProgram? Get(Artifact artifact, CancellationToken cancellation) =>
        _read.Of(artifact, unknown => SourceReader.Read(_compiler, unknown, cancellation));
}
