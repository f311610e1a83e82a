using Cambrian.Core;

namespace Cambrian.Agents.Allocation;

/// <summary>
/// Keeps every agent, in the order they came, each with the fullest record of it that was offered. An agent keeps the step and the parents
/// that it was made with, whatever step measured it again.
/// </summary>
public sealed class RecordArchive : IArchive
{
    private readonly List<Candidate> _kept = [];
    private readonly Dictionary<string, int> _place = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Kept => _kept;

    /// <inheritdoc/>
    public bool Add(Candidate candidate)
    {
        if (_place.TryAdd(candidate.Artifact.Id, _kept.Count))
        {
            _kept.Add(candidate);
            return true;
        }

        var place = _place[candidate.Artifact.Id];
        var known = _kept[place];
        if (candidate.Evaluation.Cases.Length <= known.Evaluation.Cases.Length)
        {
            return false;
        }

        _kept[place] = known with { Evaluation = candidate.Evaluation };
        return true;
    }
}
