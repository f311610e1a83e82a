using System.Runtime.InteropServices;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Costs;

/// <summary>Counts tracks that nets and hard macros need of each grid cell; row-major.</summary>
internal sealed class TrackDemand(Canvas canvas)
{
    private readonly double[] _horizontal = new double[canvas.Columns * canvas.Rows];
    private readonly double[] _vertical = new double[canvas.Columns * canvas.Rows];
    private readonly double[] _blockedHorizontal = new double[canvas.Columns * canvas.Rows];
    private readonly double[] _blockedVertical = new double[canvas.Columns * canvas.Rows];

    /// <summary>Routes a net.</summary>
    /// <param name="cells">The different cells of its pins, the driver's first.</param>
    /// <param name="weight">Tracks it needs.</param>
    public void Add(List<int> cells, double weight)
    {
        var sink = new Pieces(this, weight);
        if (cells.Count == 3)
        {
            NetRoutes.Three(ref sink, cells[0], cells[1], cells[2]);
            return;
        }

        foreach (var cell in CollectionsMarshal.AsSpan(cells)[1..])
        {
            NetRoutes.Pair(ref sink, cells[0], cell);
        }
    }

    /// <summary>Takes away what a hard macro blocks.</summary>
    public void Block(Footprint footprint)
    {
        for (var row = 0; row < footprint.Up.Length; row++)
        {
            for (var column = 0; column < footprint.Across.Length; column++)
            {
                var cell = ((footprint.FirstRow + row) * canvas.Columns) + footprint.FirstColumn + column;
                var covered = footprint.Up[row] > 0 && footprint.Across[column] > 0;
                if (covered && !(footprint.LosesTopRow && row == footprint.Up.Length - 1))
                {
                    _blockedVertical[cell] += footprint.Across[column] * canvas.VerticalRoutesOfMacros;
                }

                if (covered && !(footprint.LosesRightColumn && column == footprint.Across.Length - 1))
                {
                    _blockedHorizontal[cell] += footprint.Up[row] * canvas.HorizontalRoutesOfMacros;
                }
            }
        }
    }

    /// <summary>Horizontal tracks in use, per track; nets' demand is smoothed up and down.</summary>
    public double[] HorizontalUse() => Use(_horizontal, _blockedHorizontal, canvas.CellHeight * canvas.HorizontalRoutes, (canvas.Rows, canvas.Columns));

    /// <summary>Vertical tracks in use, per track; nets' demand is smoothed left and right.</summary>
    public double[] VerticalUse() => Use(_vertical, _blockedVertical, canvas.CellWidth * canvas.VerticalRoutes, (canvas.Columns, 1));

    // Along the smoothed axis lie 'count' cells, 'stride' apart. Each gives equal shares to all within range, itself included.
    private double[] Use(double[] demand, double[] blocked, double tracks, (int Count, int Stride) axis)
    {
        var use = blocked.Select(cell => cell / tracks).ToArray();
        for (var cell = 0; cell < demand.Length; cell++)
        {
            var place = cell / axis.Stride % axis.Count;
            var (first, last) = (Math.Max(0, place - canvas.SmoothRange), Math.Min(axis.Count - 1, place + canvas.SmoothRange));
            for (var receiver = first; receiver <= last; receiver++)
            {
                use[cell + ((receiver - place) * axis.Stride)] += demand[cell] / tracks / (last - first + 1);
            }
        }

        return use;
    }

    private readonly struct Pieces(TrackDemand demand, double weight) : IRouteSink
    {
        public void Horizontal(int row, int from, int to)
        {
            for (var column = from; column < to; column++)
            {
                demand._horizontal[(row * demand.Columns) + column] += weight;
            }
        }

        public void Vertical(int column, int from, int to)
        {
            for (var row = from; row < to; row++)
            {
                demand._vertical[(row * demand.Columns) + column] += weight;
            }
        }
    }

    private int Columns => canvas.Columns;
}
