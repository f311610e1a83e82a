using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Costs;

/// <summary>The grid cells under a rectangle, and by how much it covers them along each axis.</summary>
internal readonly ref struct Footprint
{
    // The definition's tolerance below which a row counts as fully covered, in microns.
    private const double Tolerance = 1e-5;

    private readonly ReadOnlySpan<double> _across;
    private readonly ReadOnlySpan<double> _up;
    private readonly double _cellWidth;
    private readonly double _cellHeight;

    /// <summary>Measures a rectangle.</summary>
    /// <param name="canvas">The grid.</param>
    /// <param name="centre">Centre of the rectangle.</param>
    /// <param name="size">Its width and height.</param>
    /// <param name="scratch">Room for columns and rows of the grid; used as long as this is.</param>
    public Footprint(Canvas canvas, (double X, double Y) centre, (double Width, double Height) size, Span<double> scratch)
    {
        var (left, right) = (centre.X - (size.Width / 2), centre.X + (size.Width / 2));
        var (bottom, top) = (centre.Y - (size.Height / 2), centre.Y + (size.Height / 2));
        (FirstColumn, FirstRow) = (canvas.ColumnOf(left), canvas.RowOf(bottom));
        var (columns, rows) = (canvas.ColumnOf(right) - FirstColumn + 1, canvas.RowOf(top) - FirstRow + 1);
        (_cellWidth, _cellHeight) = (canvas.CellWidth, canvas.CellHeight);
        _across = Overlaps(scratch[..columns], FirstColumn, _cellWidth, left, right);
        _up = Overlaps(scratch.Slice(columns, rows), FirstRow, _cellHeight, bottom, top);
    }

    /// <summary>The leftmost column.</summary>
    public int FirstColumn { get; }

    /// <summary>The lowest row.</summary>
    public int FirstRow { get; }

    /// <summary>By the definition's rule for partly covered rows, the top row's vertical tracks are not blocked.</summary>
    public bool LosesTopRow => _up.Length > 1 && (IsPartial(_up, _cellHeight) || MissesSomeCell(_across));

    /// <summary>By the definition's rule for partly covered columns, the right column's horizontal tracks are not blocked.</summary>
    public bool LosesRightColumn => _across.Length > 1 && (IsPartial(_across, _cellWidth) || MissesSomeCell(_up));

    /// <summary>Microns covered of each column.</summary>
    public ReadOnlySpan<double> Across => _across;

    /// <summary>Microns covered of each row.</summary>
    public ReadOnlySpan<double> Up => _up;

    private static Span<double> Overlaps(Span<double> overlaps, int first, double cell, double low, double high)
    {
        for (var i = 0; i < overlaps.Length; i++)
        {
            overlaps[i] = Math.Max(0, Math.Min(high, (first + i + 1) * cell) - Math.Max(low, (first + i) * cell));
        }

        return overlaps;
    }

    private static bool IsPartial(ReadOnlySpan<double> overlaps, double cell) => Math.Abs(overlaps[0] - cell) > Tolerance || Math.Abs(overlaps[^1] - cell) > Tolerance;

    // The definition sets both overlaps of a cell to 0 when one of them is: an edge exactly on a grid line makes the other axis partly covered, too.
    private static bool MissesSomeCell(ReadOnlySpan<double> overlaps) => overlaps.ContainsAnyInRange(double.NegativeInfinity, 0);
}
