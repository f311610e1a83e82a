using Cambrian.Chips.Costs;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Incremental;

/// <summary>Where pins are, how long nets are, and which routes they take. Lengths are kept in whole ticks, so that their sum is exact.</summary>
internal sealed class WireState
{
    private readonly CompactNets _nets;
    private readonly Canvas _canvas;
    private readonly GridState _grid;
    private readonly Journal<PinPoint> _pins;
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
        (_pins, _distinct, _lengths) = (new(pins), new(nets.Count), new(nets.Count));
        _scratch = new int[pins];

        // Whatever lies within eight canvases fits: 2⁶² ticks for all nets together.
        _scale = Math.ScaleB(1, 58 - Math.ILogB(Math.Max(1, nets.Weights.Sum() * (_canvas.Width + _canvas.Height))));
        _ticksPerMicron = [.. nets.Weights.Select(weight => weight * _scale)];
        for (var pin = 0; pin < pins; pin++)
        {
            _pins.Values[pin] = PointAt(placement.X[nets.Nodes[pin]] + nets.OffsetX[pin], placement.Y[nets.Nodes[pin]] + nets.OffsetY[pin]);
        }

        for (var net = 0; net < nets.Count; net++)
        {
            Route(net, 1);
            Measure(net, nets.Starts[net], nets.Starts[net + 1] - nets.Starts[net]);
        }

        Commit();
    }

    /// <summary>The length of all nets, weighted, in microns.</summary>
    public double Length => _total / _scale;

    /// <summary>Moves a node's pins.</summary>
    public void Move(int node, double x, double y)
    {
        var pins = _nets.NodePins.AsSpan(_nets.NodeStarts[node], _nets.NodeStarts[node + 1] - _nets.NodeStarts[node]);
        var centre = PointAt(x, y);
        for (var i = 0; i < pins.Length; i++)
        {
            ref readonly var pin = ref pins[i];
            Move(pin, pin.X == 0 && pin.Y == 0 ? centre : PointAt(x + pin.X, y + pin.Y));

            // A macro may have several pins on a net; its length is known after the last.
            if (i + 1 == pins.Length || pins[i + 1].Net != pin.Net)
            {
                Measure(pin.Net, pin.Start, pin.Count);
            }
        }
    }

    /// <summary>Keeps all changes.</summary>
    public void Commit()
    {
        _pins.Commit();
        _distinct.Commit();
        _lengths.Commit();
        _committed = _total;
    }

    /// <summary>Takes all changes back; the grid has to do the same.</summary>
    public void Undo()
    {
        _pins.Undo();
        _distinct.Undo();
        _lengths.Undo();
        _total = _committed;
    }

    private PinPoint PointAt(double x, double y) => new(x, y, Cell.Pack(_canvas.RowOf(y), _canvas.ColumnOf(x)));

    private void Move(in NodePin pin, PinPoint target)
    {
        if (target.Cell == _pins.Values[pin.Pin].Cell)
        {
            _pins.Set(pin.Pin, target);
        }
        else if (pin.Count <= 3 || pin.Pin == pin.Start || _distinct.Values[pin.Net] <= 4)
        {
            Route(pin.Net, -1);
            _pins.Set(pin.Pin, target);
            Route(pin.Net, 1);
        }
        else
        {
            MoveEnd(pin.Net, pin.Pin, target);
        }
    }

    // Of a star with more than three ends before and after: the other ends' routes stay.
    private void MoveEnd(int net, int pin, PinPoint target)
    {
        var pins = _pins.Values.AsSpan(_nets.Starts[net], _nets.Starts[net + 1] - _nets.Starts[net]);
        var left = _pins.Values[pin].Cell;
        var arrives = !IsAmong(pins, target.Cell);
        _pins.Set(pin, target);
        var leaves = !IsAmong(pins, left);
        _distinct.Set(net, _distinct.Values[net] + (arrives ? 1 : 0) - (leaves ? 1 : 0));
        if (arrives)
        {
            Pair(pins[0].Cell, target.Cell, _nets.Tracks[net]);
        }

        if (leaves)
        {
            Pair(pins[0].Cell, left, -_nets.Tracks[net]);
        }
    }

    private static bool IsAmong(ReadOnlySpan<PinPoint> pins, int cell)
    {
        foreach (ref readonly var pin in pins)
        {
            if (pin.Cell == cell)
            {
                return true;
            }
        }

        return false;
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
        foreach (ref readonly var pin in _pins.Values.AsSpan(_nets.Starts[net], _nets.Starts[net + 1] - _nets.Starts[net]))
        {
            if (!_scratch.AsSpan(0, count).Contains(pin.Cell))
            {
                _scratch[count++] = pin.Cell;
            }
        }

        return _scratch.AsSpan(0, count);
    }

    private void Measure(int net, int start, int count)
    {
        var pins = _pins.Values.AsSpan(start, count);
        double left = pins[0].X, right = left, bottom = pins[0].Y, top = bottom;
        foreach (ref readonly var pin in pins[1..])
        {
            (left, right) = (double.MinNative(left, pin.X), double.MaxNative(right, pin.X));
            (bottom, top) = (double.MinNative(bottom, pin.Y), double.MaxNative(top, pin.Y));
        }

        var ticks = (long)(((right - left + (top - bottom)) * _ticksPerMicron[net]) + 0.5);
        _total += ticks - _lengths.Values[net];
        _lengths.Set(net, ticks);
    }
}
