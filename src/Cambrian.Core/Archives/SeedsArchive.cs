namespace Cambrian.Core.Archives;

/// <summary>Keeps the seeds and nothing else: every child is a fresh sample around a seed.</summary>
public sealed class SeedsArchive : IArchive
{
    private readonly List<Candidate> _seeds = [];

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Kept => _seeds;

    /// <inheritdoc/>
    public bool Add(Candidate candidate)
    {
        var isNewSeed = candidate.Parents.Count == 0 && _seeds.TrueForAll(seed => !seed.Artifact.Equals(candidate.Artifact));
        if (isNewSeed)
        {
            _seeds.Add(candidate);
        }

        return isNewSeed;
    }
}
