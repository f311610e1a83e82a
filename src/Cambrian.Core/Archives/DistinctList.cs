namespace Cambrian.Core.Archives;

/// <summary>Candidates in slots that keep their place, found again by artifact in constant time.</summary>
internal sealed class DistinctList
{
    private readonly List<Candidate> _slots = [];
    private readonly Dictionary<string, int> _slotOfArtifact = [];

    public IReadOnlyList<Candidate> Candidates => _slots;

    public int Count => _slots.Count;

    public Candidate this[int slot] => _slots[slot];

    public bool Contains(Artifact artifact) => _slotOfArtifact.ContainsKey(artifact.Id);

    public int Append(Candidate candidate)
    {
        _slotOfArtifact.Add(candidate.Artifact.Id, _slots.Count);
        _slots.Add(candidate);
        return _slots.Count - 1;
    }

    public void Replace(int slot, Candidate candidate)
    {
        _slotOfArtifact.Remove(_slots[slot].Artifact.Id);
        _slotOfArtifact.Add(candidate.Artifact.Id, slot);
        _slots[slot] = candidate;
    }
}
