using Cambrian.Core;

namespace Cambrian.Models.Replies;

/// <summary>Where programs may change.</summary>
/// <param name="StartMarker">Opens a block, inside a comment of whatever language.</param>
/// <param name="EndMarker">Closes a block.</param>
/// <param name="BlocksOf">The blocks of every file that may change, in characters and in order; the markers' lines are outside.</param>
public sealed record EvolveScope(string StartMarker, string EndMarker, Func<Artifact, IReadOnlyDictionary<string, IReadOnlyList<Range>>> BlocksOf)
{
    /// <summary>Whether a text has a marker.</summary>
    internal bool IsMarked(string text) => text.Contains(StartMarker, StringComparison.Ordinal);

    /// <summary>A file in parts.</summary>
    internal FileParts Parts(Artifact artifact, string path) =>
        FileParts.Of(artifact.Files[path], BlocksOf(artifact).TryGetValue(path, out var blocks) ? blocks : []);

    /// <summary>What a child changed that may not change; null when all is well.</summary>
    internal string? Fault(Artifact parent, Artifact child)
    {
        foreach (var path in parent.Files.Keys)
        {
            var (before, after) = (Parts(parent, path).Fixed, Parts(child, path).Fixed);
            if (!before.SequenceEqual(after))
            {
                return $"'{path}' was changed outside its evolve blocks: what stands between {StartMarker} and {EndMarker} may change, and nothing else, these markers included";
            }
        }

        return null;
    }
}
