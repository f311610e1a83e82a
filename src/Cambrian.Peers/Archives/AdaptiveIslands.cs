using System.Collections;
using Cambrian.Core;
using Cambrian.Core.Archives;

namespace Cambrian.Peers.Archives;

/// <summary>What an adaptive archive keeps: islands, and how each gets on.</summary>
public sealed class AdaptiveIslands : IReadOnlyList<Candidate>
{
    internal AdaptiveIslands(Islands places, IReadOnlyList<IslandProgress> progress) => (Places, Progress) = (places, progress);

    /// <summary>The islands.</summary>
    public Islands Places { get; }

    /// <summary>How they get on, in their order.</summary>
    public IReadOnlyList<IslandProgress> Progress { get; }

    /// <inheritdoc/>
    public int Count => Places.Count;

    /// <inheritdoc/>
    public Candidate this[int index] => Places[index];

    /// <inheritdoc/>
    public IEnumerator<Candidate> GetEnumerator() => Places.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
