namespace Cambrian.Numerics.Combinatorics;

/// <summary>The beginning of a comparator network, shared with all that go on from it.</summary>
internal sealed class Prefix
{
    private readonly Prefix? _before;
    private readonly int _low;
    private readonly int _high;

    /// <summary>A prefix of given comparators; those that change nothing are left out.</summary>
    public Prefix(int channels, IEnumerable<(int Low, int High)> pairs)
    {
        var last = new Prefix(new Outputs(channels), before: null, 0, 0);
        foreach (var (low, high) in pairs)
        {
            var next = last.Then(low, high);
            last = next.Outputs.Count < last.Outputs.Count || next.Outputs.Fingerprint() != last.Outputs.Fingerprint() ? next : last;
        }

        (Outputs, _before, _low, _high) = (last.Outputs, last._before, last._low, last._high);
    }

    private Prefix(Outputs outputs, Prefix? before, int low, int high) => (Outputs, _before, _low, _high) = (outputs, before, low, high);

    public Outputs Outputs { get; }

    public Prefix Then(int low, int high)
    {
        var outputs = Outputs.Copy();
        outputs.Compare(low, high);
        return new(outputs, this, low, high);
    }

    public List<(int Low, int High)> Pairs()
    {
        List<(int Low, int High)> pairs = [];
        for (var prefix = this; prefix._before is not null; prefix = prefix._before)
        {
            pairs.Add((prefix._low, prefix._high));
        }

        pairs.Reverse();
        return pairs;
    }
}
