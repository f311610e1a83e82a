using Cambrian.Core;
using Cambrian.CSharp.Compiling;

namespace Cambrian.CSharp.Source;

/// <summary>Remembers the analysis of the programs used last. Safe to share between threads.</summary>
/// <param name="options">How many, and against which references.</param>
internal sealed class ProgramCache(SourceOptions options)
{
    private readonly CandidateCompiler _compiler = new(options.References);
    private readonly Dictionary<string, LinkedListNode<(string Id, SourceProgram? Program)>> _known = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Id, SourceProgram? Program)> _byAge = new();
    private readonly Lock _gate = new();

    /// <summary>An artifact's program; null when it has no C# that parses.</summary>
    public SourceProgram? Get(Artifact artifact, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(artifact.Id, out var found))
            {
                _byAge.Remove(found);
                _byAge.AddFirst(found);
                return found.Value.Program;
            }
        }

        // Outside of the lock: two threads may read the same artifact once each, but none waits for another.
        var program = SourceReader.Read(_compiler, artifact, cancellation);
        lock (_gate)
        {
            if (_known.TryAdd(artifact.Id, new((artifact.Id, program))))
            {
                _byAge.AddFirst(_known[artifact.Id]);
            }

            if (_byAge.Count > options.Remembered && _byAge.Last is { } oldest)
            {
                _byAge.RemoveLast();
                _known.Remove(oldest.Value.Id);
            }
        }

        return program;
    }
}
