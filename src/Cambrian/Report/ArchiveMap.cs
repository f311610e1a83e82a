using Cambrian.Algorithms.Folders;
using Cambrian.Core;

namespace Cambrian.Report;

/// <summary>
/// The best candidate of each cell over two measures of the problem (over one, or over the program's length, when it declares
/// fewer). A problem without measures is mapped by length, in as many cells as the lengths call for.
/// </summary>
internal sealed class ArchiveMap
{
    private const string Length = "length";
    private readonly Dictionary<(int X, int Y), Candidate> _cells = [];

    /// <summary>An empty map of a problem's measures.</summary>
    public ArchiveMap(ProblemFile file)
    {
        Across = file.Measures.Count > 0 ? file.Measures[0] : null;
        Up = file.Measures.Count > 1 ? file.Measures[1] : null;
    }

    /// <summary>The measure of the columns; null for the program's length.</summary>
    public MeasureSection? Across { get; }

    /// <summary>The measure of the rows; null when there is but one row.</summary>
    public MeasureSection? Up { get; }

    /// <summary>The best candidate of every cell that has one.</summary>
    public IReadOnlyDictionary<(int X, int Y), Candidate> Cells => _cells;

    /// <summary>Characters of program length per column, where the columns are lengths.</summary>
    public int LengthPerCell { get; private set; } = 4;

    /// <summary>Offers an admitted candidate.</summary>
    public void Add(Candidate candidate)
    {
        if (Across is null && candidate.Artifact.Length / LengthPerCell >= 100)
        {
            Coarsen(candidate.Artifact.Length);
        }

        Put(candidate);
    }

    private void Put(Candidate candidate)
    {
        var cell = (X: Across is null ? candidate.Artifact.Length / LengthPerCell : Cell(Across, candidate), Y: Up is null ? 0 : Cell(Up, candidate));
        if (cell is { X: >= 0, Y: >= 0 } && (!_cells.TryGetValue(cell, out var holder) || candidate.Score > holder.Score))
        {
            _cells[cell] = candidate;
        }
    }

    private void Coarsen(int length)
    {
        while (length / LengthPerCell >= 100)
        {
            LengthPerCell *= 2;
        }

        var candidates = _cells.Values.ToList();
        _cells.Clear();
        candidates.ForEach(Put);
    }

    // Values beyond an end belong to the cell at that end, as in the archive itself.
    private static int Cell(MeasureSection measure, Candidate candidate)
    {
        var value = measure.Metric == Length
            ? candidate.Artifact.Length
            : candidate.Evaluation.Metrics.GetValueOrDefault(measure.Metric, double.NaN);
        return double.IsNaN(value) ? -1 : Math.Clamp((int)((value - measure.Low) / (measure.High - measure.Low) * measure.Cells), 0, measure.Cells - 1);
    }
}
