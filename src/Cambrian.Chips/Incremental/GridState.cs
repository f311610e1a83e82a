using System.Numerics;
using System.Runtime.CompilerServices;
using Cambrian.Chips.Costs;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Incremental;

/// <summary>What lies on the grid: area of macros, tracks of nets, tracks blocked. Gives the two terms that are means over cells.</summary>
internal sealed class GridState
{
    private readonly Canvas _canvas;
    private readonly TrackLayer _vertical;
    private readonly TrackLayer _horizontal;
    private readonly Journal<double> _area;
    private readonly double[] _use;
    private readonly double[] _scratch;
    private readonly int _densityCount;
    private readonly int _congestionCount;
    private readonly TopSum _densest;
    private readonly TopSum _busiest;

    public GridState(Canvas canvas)
    {
        _canvas = canvas;
        _vertical = TrackLayer.Vertical(canvas);
        _horizontal = TrackLayer.Horizontal(canvas);
        var cells = canvas.Columns * canvas.Rows;
        _area = new Journal<double>((cells + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count);
        CellsPerArea = 1 / (canvas.CellWidth * canvas.CellHeight);
        _use = new double[_vertical.Length + _horizontal.Length];
        _scratch = new double[canvas.Columns + canvas.Rows];
        (_densityCount, _congestionCount) = (cells / 10, Math.Max(1, 2 * cells / 20));
        (_densest, _busiest) = (new TopSum(Math.Max(1, _densityCount)), new TopSum(_congestionCount));
    }

    /// <summary>Whether a macro was laid or lifted since the last commit or undo.</summary>
    public bool AreaChanged => _area.HasChanges;

    /// <summary>Whether a route or a blockage changed since the last commit or undo.</summary>
    public bool TracksChanged => _vertical.HasChanges || _horizontal.HasChanges;

    /// <summary>Grid cells per square micron.</summary>
    public double CellsPerArea { get; }

    /// <summary>How much of the cell at a point is covered.</summary>
    public double DensityAt(double x, double y) => _area.Values[(_canvas.RowOf(y) * _canvas.Columns) + _canvas.ColumnOf(x)];

    /// <summary>The density term.</summary>
    public double Density() => _densityCount == 0
        ? 0.5 * TopMean.OfDensity(_area.Values[..(_canvas.Columns * _canvas.Rows)])
        : 0.5 * _densest.Of(_area.Values) / _densityCount;

    /// <summary>The congestion term.</summary>
    public double Congestion()
    {
        _vertical.Write(_use.AsSpan(0, _vertical.Length));
        _horizontal.Write(_use.AsSpan(_vertical.Length));
        return _busiest.Of(_use) / _congestionCount;
    }

    /// <summary>Lays a macro down, or lifts it again.</summary>
    /// <param name="centre">Its centre.</param>
    /// <param name="size">Width and height.</param>
    /// <param name="hard">Whether it blocks tracks.</param>
    /// <param name="sign">1 lays, −1 lifts what was laid at the same place.</param>
    public void Lay((double X, double Y) centre, (double Width, double Height) size, bool hard, int sign)
    {
        var footprint = new Footprint(_canvas, centre, size, _scratch);
        for (var row = 0; row < footprint.Up.Length; row++)
        {
            var start = ((footprint.FirstRow + row) * _canvas.Columns) + footprint.FirstColumn;
            var height = footprint.Up[row] * CellsPerArea;
            for (var column = 0; column < footprint.Across.Length; column++)
            {
                _area.Set(start + column, _area.Values[start + column] + (sign * Quantum.Round(footprint.Across[column] * height)));
            }
        }

        if (hard)
        {
            Block(footprint, sign);
        }
    }

    /// <summary>Adds a net's route to both layers.</summary>
    /// <param name="tracks">How many; negative takes the route away.</param>
    public RouteSink Route(double tracks) => new(_vertical, _horizontal, tracks);

    /// <summary>Keeps all changes.</summary>
    public void Commit()
    {
        if (AreaChanged)
        {
            _densest.Commit();
        }

        if (TracksChanged)
        {
            _busiest.Commit();
        }

        _area.Commit();
        _vertical.Commit();
        _horizontal.Commit();
    }

    /// <summary>Takes all changes back.</summary>
    public void Undo()
    {
        _area.Undo();
        _vertical.Undo();
        _horizontal.Undo();
    }

    private void Block(Footprint footprint, int sign)
    {
        var rows = footprint.Up.Length - (footprint.LosesTopRow ? 1 : 0);
        var columns = footprint.Across.Length - (footprint.LosesRightColumn ? 1 : 0);
        for (var row = 0; row < footprint.Up.Length; row++)
        {
            for (var column = 0; column < footprint.Across.Length; column++)
            {
                var covered = footprint.Up[row] > 0 && footprint.Across[column] > 0;
                if (covered && row < rows)
                {
                    _vertical.Block(footprint.FirstColumn + column, footprint.FirstRow + row, sign * footprint.Across[column] * _canvas.VerticalRoutesOfMacros);
                }

                if (covered && column < columns)
                {
                    _horizontal.Block(footprint.FirstRow + row, footprint.FirstColumn + column, sign * footprint.Up[row] * _canvas.HorizontalRoutesOfMacros);
                }
            }
        }
    }

    /// <summary>Takes pieces of a route.</summary>
    internal readonly ref struct RouteSink(TrackLayer vertical, TrackLayer horizontal, double tracks) : IRouteSink
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Horizontal(int row, int from, int to) => horizontal.Add(row, from, to, tracks);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Vertical(int column, int from, int to) => vertical.Add(column, from, to, tracks);
    }
}
