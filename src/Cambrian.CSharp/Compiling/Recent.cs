using Cambrian.Core;

namespace Cambrian.CSharp.Compiling;

/// <summary>Remembers what was made of the artifacts used last. Safe to share between threads.</summary>
/// <param name="capacity">How many.</param>
internal sealed class Recent<TMade>(int capacity)
{
    private readonly Dictionary<string, LinkedListNode<(string Id, TMade Made)>> _known = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Id, TMade Made)> _byAge = new();
    private readonly Lock _gate = new();

    /// <summary>What was made of an artifact; made now when it is not remembered.</summary>
    public TMade Of(Artifact artifact, Func<Artifact, TMade> make)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(artifact.Id, out var found))
            {
                _byAge.Remove(found);
                _byAge.AddFirst(found);
                return found.Value.Made;
            }
        }

        // Outside of the lock: two threads may make the same once each, but none waits for another.
        var made = make(artifact);
        lock (_gate)
        {
            if (_known.TryAdd(artifact.Id, new((artifact.Id, made))))
            {
                _byAge.AddFirst(_known[artifact.Id]);
            }

            if (_byAge.Count > capacity && _byAge.Last is { } oldest)
            {
                _byAge.RemoveLast();
                _known.Remove(oldest.Value.Id);
            }
        }

        return made;
    }
}
