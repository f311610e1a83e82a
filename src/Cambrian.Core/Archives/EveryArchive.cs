namespace Cambrian.Core.Archives;

/// <summary>Keeps every candidate, in the order they came: the tree of a run, as open-ended search wants it.</summary>
public sealed class EveryArchive : IArchive
{
    private readonly DistinctList _kept = new();

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Kept => _kept.Candidates;

    /// <inheritdoc/>
    public bool Add(Candidate candidate)
    {
        if (_kept.Contains(candidate.Artifact))
        {
            return false;
        }

        _kept.Append(candidate);
        return true;
    }
}
