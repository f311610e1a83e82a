namespace Cambrian.Core.Archives;

/// <summary>
/// MAP-Elites (Mouret and Clune 2015): a grid over declared measures that keeps the best candidate of each cell, so that
/// different kinds of programs are kept side by side. Adding takes constant time.
/// </summary>
public sealed class GridArchive : IArchive
{
    private readonly GridAxis[] _axes;
    private readonly DistinctList _kept = new();
    private readonly Dictionary<long, int> _slotOfCell = [];

    /// <summary>An empty grid.</summary>
    /// <param name="axes">What spreads it; at least one, with at most 10⁹ cells in all.</param>
    public GridArchive(IEnumerable<GridAxis> axes)
    {
        _axes = [.. axes];
        var cells = _axes.Aggregate(1.0, (product, axis) => product * axis.Bins);
        if (_axes.Length == 0 || cells > 1e9 || _axes.Any(axis => axis.Bins < 1 || !(axis.Upper > axis.Lower)))
        {
            throw new ArgumentException(
                $"A grid needs one or more axes with at least one bin and Lower < Upper, and at most 10⁹ cells; given: {string.Join("; ", _axes.AsEnumerable())}.", nameof(axes));
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Kept => _kept.Candidates;

    /// <summary>The bin of a candidate on every axis, in the order of the axes.</summary>
    /// <exception cref="InvalidOperationException">Its evaluation lacks a measure.</exception>
    public IReadOnlyList<int> CellOf(Candidate candidate) => [.. _axes.Select(axis => axis.BinOf(candidate))];

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Its evaluation lacks a measure.</exception>
    public bool Add(Candidate candidate)
    {
        var cell = _axes.Aggregate(0L, (index, axis) => (index * axis.Bins) + axis.BinOf(candidate));
        if (_kept.Contains(candidate.Artifact))
        {
            return false;
        }

        if (!_slotOfCell.TryGetValue(cell, out var slot))
        {
            _slotOfCell.Add(cell, _kept.Append(candidate));
            return true;
        }

        if (!candidate.Beats(_kept[slot]))
        {
            return false;
        }

        _kept.Replace(slot, candidate);
        return true;
    }
}
