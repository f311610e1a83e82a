using System.Numerics;
using System.Runtime.CompilerServices;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Incremental;

/// <summary>
/// The tracks of one direction. Cells lie in lines across that direction, one after the other along it: a straight piece of a route is then a plus where
/// it begins and a minus where it ends, whatever its length, and one running sum over the lines, a vector at a time, gives every cell's demand.
/// </summary>
internal sealed class TrackLayer
{
    private readonly Journal<double> _ends;
    private readonly Journal<double> _blocked;
    private readonly double _perTrack;
    private readonly int _lines;
    private readonly int _cells;
    private readonly int _range;
    private readonly double[] _shares;

    private TrackLayer(int lines, int cells, double tracks, int smoothRange)
    {
        (_lines, _cells, _range) = (lines, cells, smoothRange);
        Stride = (cells + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        _perTrack = 1 / tracks;
        _ends = new Journal<double>(lines * Stride);
        _blocked = new Journal<double>(lines * Stride);
        _shares = new double[Stride];
    }

    /// <summary>Places per line, the padding to whole vectors included.</summary>
    public int Stride { get; }

    /// <summary>Places in all.</summary>
    public int Length => _lines * Stride;

    /// <summary>Whether anything changed since the last commit or undo.</summary>
    public bool HasChanges => _ends.HasChanges || _blocked.HasChanges;

    /// <summary>The vertical tracks: rows one above the other.</summary>
    public static TrackLayer Vertical(Canvas canvas) => new(canvas.Rows, canvas.Columns, canvas.CellWidth * canvas.VerticalRoutes, canvas.SmoothRange);

    /// <summary>The horizontal tracks: columns side by side.</summary>
    public static TrackLayer Horizontal(Canvas canvas) => new(canvas.Columns, canvas.Rows, canvas.CellHeight * canvas.HorizontalRoutes, canvas.SmoothRange);

    /// <summary>Adds demand along one direction.</summary>
    /// <param name="place">Which cell of each line.</param>
    /// <param name="from">The first line.</param>
    /// <param name="to">The line behind the last.</param>
    /// <param name="tracks">How much; negative takes away.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int place, int from, int to, double tracks)
    {
        var (first, last) = ((from * Stride) + place, (to * Stride) + place);
        _ends.Set(first, _ends.Values[first] + tracks);
        _ends.Set(last, _ends.Values[last] - tracks);
    }

    /// <summary>Blocks tracks of a cell.</summary>
    /// <param name="place">Which cell of the line.</param>
    /// <param name="line">The line.</param>
    /// <param name="tracks">How many; negative frees them.</param>
    public void Block(int place, int line, double tracks)
    {
        var cell = (line * Stride) + place;
        _blocked.Set(cell, _blocked.Values[cell] + Quantum.Round(tracks * _perTrack));
    }

    /// <summary>Writes every cell's use, per track.</summary>
    public void Write(Span<double> use)
    {
        for (var place = 0; place < Stride; place += Vector<double>.Count)
        {
            var demand = Vector<double>.Zero;
            for (var cell = place; cell < Length; cell += Stride)
            {
                demand += new Vector<double>(_ends.Values, cell);
                (demand * _perTrack).CopyTo(use[cell..]);
            }
        }

        if (_range > 0)
        {
            Smooth(use);
        }

        for (var cell = 0; cell < Length; cell += Vector<double>.Count)
        {
            (Quantum.Round(new Vector<double>(use[cell..])) + new Vector<double>(_blocked.Values, cell)).CopyTo(use[cell..]);
        }
    }

    /// <summary>Keeps all changes.</summary>
    public void Commit()
    {
        _ends.Commit();
        _blocked.Commit();
    }

    /// <summary>Takes all changes back.</summary>
    public void Undo()
    {
        _ends.Undo();
        _blocked.Undo();
    }

    // Each cell gives equal shares to those of its line within range, itself included.
    private void Smooth(Span<double> use)
    {
        for (var line = 0; line < _lines; line++)
        {
            var cells = use.Slice(line * Stride, _cells);
            for (var cell = 0; cell < _cells; cell++)
            {
                _shares[cell] = cells[cell] / (Math.Min(_cells - 1, cell + _range) - Math.Max(0, cell - _range) + 1);
            }

            for (var cell = 0; cell < _cells; cell++)
            {
                var sum = 0.0;
                for (var giver = Math.Max(0, cell - _range); giver <= Math.Min(_cells - 1, cell + _range); giver++)
                {
                    sum += _shares[giver];
                }

                cells[cell] = sum;
            }
        }
    }
}
