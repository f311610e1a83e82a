using System.Numerics;
using Cambrian.Chips.Costs;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Incremental;

/// <summary>Where pins are, how long nets are, and which routes they take. Lengths are kept in whole ticks, so that their sum is exact.</summary>
internal sealed class WireState
{
    private readonly CompactNets _nets;
    private readonly Canvas _canvas;
    private readonly GridState _grid;
    private readonly Journal<double> _x;
    private readonly Journal<double> _y;
    private readonly Journal<int> _cells;
    private readonly Journal<int> _distinct;
    private readonly Journal<long> _lengths;
    private readonly double[] _ticksPerMicron;
    private readonly int[] _scratch;
    private readonly double _scale;
    private long _total;
    private long _committed;

    public WireState(CompactNets nets, Placement placement, GridState grid)
    {
        (_nets, _canvas, _grid) = (nets, placement.Canvas, grid);
        var pins = nets.Nodes.Length;
        (_x, _y, _cells) = (new(pins), new(pins), new(pins));
        (_distinct, _lengths) = (new(nets.Count), new(nets.Count));
        _scratch = new int[pins];

        // Whatever lies within eight canvases fits: 2⁶² ticks for all nets together.
        _scale = Math.ScaleB(1, 58 - Math.ILogB(Math.Max(1, nets.Weights.Sum() * (_canvas.Width + _canvas.Height))));
        _ticksPerMicron = [.. nets.Weights.Select(weight => weight * _scale)];
        for (var pin = 0; pin < pins; pin++)
        {
            (_x.Values[pin], _y.Values[pin]) = (placement.X[nets.Nodes[pin]] + nets.OffsetX[pin], placement.Y[nets.Nodes[pin]] + nets.OffsetY[pin]);
            _cells.Values[pin] = CellOf(_x.Values[pin], _y.Values[pin]);
        }

        for (var net = 0; net < nets.Count; net++)
        {
            Route(net, 1);
            Measure(net);
        }

        Commit();
    }

    /// <summary>The length of all nets, weighted, in microns.</summary>
    public double Length => _total / _scale;

    /// <summary>Moves a node's pins.</summary>
    public void Move(int node, double x, double y)
    {
        var pins = _nets.NodePins.AsSpan(_nets.NodeStarts[node]..);
        pins = pins[..(_nets.NodeStarts[node + 1] - _nets.NodeStarts[node])];
        for (int first = 0, next; first < pins.Length; first = next)
        {
            var net = _nets.NetOfPin[pins[first]];
            for (next = first + 1; next < pins.Length && _nets.NetOfPin[pins[next]] == net; next++)
            {
            }

            MovePins(net, pins[first..next], x, y);
            Measure(net);
        }
    }

    /// <summary>Keeps all changes.</summary>
    public void Commit()
    {
        _x.Commit();
        _y.Commit();
        _cells.Commit();
        _distinct.Commit();
        _lengths.Commit();
        _committed = _total;
    }

    /// <summary>Takes all changes back; the grid has to do the same.</summary>
    public void Undo()
    {
        _x.Undo();
        _y.Undo();
        _cells.Undo();
        _distinct.Undo();
        _lengths.Undo();
        _total = _committed;
    }

    private void MovePins(int net, ReadOnlySpan<int> pins, double x, double y)
    {
        foreach (var pin in pins)
        {
            var (pinX, pinY) = (x + _nets.OffsetX[pin], y + _nets.OffsetY[pin]);
            var cell = CellOf(pinX, pinY);
            if (cell != _cells.Values[pin])
            {
                Reroute(net, pin, cell);
            }

            _x.Set(pin, pinX);
            _y.Set(pin, pinY);
        }
    }

    private int CellOf(double x, double y) => Cell.Pack(_canvas.RowOf(y), _canvas.ColumnOf(x));

    private void Reroute(int net, int pin, int cell)
    {
        var start = _nets.Starts[net];
        var cells = _cells.Values.AsSpan(start, _nets.Starts[net + 1] - start);
        if (cells.Length <= 3 || pin == start || _distinct.Values[net] <= 4)
        {
            Route(net, -1);
            _cells.Set(pin, cell);
            Route(net, 1);
            return;
        }

        // A star with more than three ends before and after: the other ends' routes stay.
        var left = cells[pin - start];
        var arrives = !cells.Contains(cell);
        _cells.Set(pin, cell);
        var leaves = !cells.Contains(left);
        _distinct.Set(net, _distinct.Values[net] + (arrives ? 1 : 0) - (leaves ? 1 : 0));
        if (arrives)
        {
            Pair(cells[0], cell, _nets.Tracks[net]);
        }

        if (leaves)
        {
            Pair(cells[0], left, -_nets.Tracks[net]);
        }
    }

    private void Pair(int source, int target, double tracks)
    {
        var sink = _grid.Route(tracks);
        NetRoutes.Pair(ref sink, source, target);
    }

    // Adds the route of a net, or with sign −1 takes it away.
    private void Route(int net, int sign)
    {
        var cells = Distinct(net);
        var sink = _grid.Route(sign * _nets.Tracks[net]);
        if (cells.Length == 3)
        {
            NetRoutes.Three(ref sink, cells[0], cells[1], cells[2]);
        }
        else
        {
            foreach (var cell in cells[1..])
            {
                NetRoutes.Pair(ref sink, cells[0], cell);
            }
        }

        if (_distinct.Values[net] != cells.Length)
        {
            _distinct.Set(net, cells.Length);
        }
    }

    private ReadOnlySpan<int> Distinct(int net)
    {
        var count = 0;
        for (var pin = _nets.Starts[net]; pin < _nets.Starts[net + 1]; pin++)
        {
            if (!_scratch.AsSpan(0, count).Contains(_cells.Values[pin]))
            {
                _scratch[count++] = _cells.Values[pin];
            }
        }

        return _scratch.AsSpan(0, count);
    }

    private void Measure(int net)
    {
        var (start, end) = (_nets.Starts[net], _nets.Starts[net + 1]);
        var microns = end - start == 2
            ? Math.Abs(_x.Values[start] - _x.Values[start + 1]) + Math.Abs(_y.Values[start] - _y.Values[start + 1])
            : Extent(_x.Values.AsSpan(start, end - start)) + Extent(_y.Values.AsSpan(start, end - start));
        var ticks = (long)((microns * _ticksPerMicron[net]) + 0.5);
        _total += ticks - _lengths.Values[net];
        _lengths.Set(net, ticks);
    }

    private static double Extent(ReadOnlySpan<double> values)
    {
        double least = values[0], greatest = least;
        var next = 1;
        if (values.Length >= 4 * Vector<double>.Count)
        {
            Vector<double> low = new(values), high = low;
            for (next = Vector<double>.Count; next <= values.Length - Vector<double>.Count; next += Vector<double>.Count)
            {
                var some = new Vector<double>(values[next..]);
                (low, high) = (Vector.Min(low, some), Vector.Max(high, some));
            }

            for (var lane = 0; lane < Vector<double>.Count; lane++)
            {
                (least, greatest) = (Math.Min(least, low[lane]), Math.Max(greatest, high[lane]));
            }
        }

        foreach (var value in values[next..])
        {
            (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        }

        return greatest - least;
    }
}
