using Cambrian.Chips.Costs;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Placing;

/// <summary>
/// Pulls macros together along their nets and pushes them out of full cells, both smoothly: weighted-average wirelength (Hsu, Chang and Balabanov 2011)
/// and the slope of blurred overfull area. Finds the large shape of a placement in a second; annealing does the rest.
/// </summary>
internal sealed class Descent
{
    private const int Steps = 240;
    private const int Blurs = 6;

    // Cells fuller than this push; the shipped cases average 0.7.
    private const double Target = 0.75;

    private readonly Netlist _netlist;
    private readonly Placement _placement;
    private readonly Canvas _canvas;
    private readonly double[] _slopeX;
    private readonly double[] _slopeY;
    private readonly double[] _pull;
    private readonly double[] _field;
    private readonly double[] _blurred;
    private readonly double[] _scratch;

    private Descent(Netlist netlist, Placement placement)
    {
        (_netlist, _placement, _canvas) = (netlist, placement, placement.Canvas);
        (_slopeX, _slopeY, _pull) = (new double[netlist.NodeCount], new double[netlist.NodeCount], new double[netlist.NodeCount]);
        (_field, _blurred) = (new double[_canvas.Columns * _canvas.Rows], new double[_canvas.Columns * _canvas.Rows]);
        _scratch = new double[_canvas.Columns + _canvas.Rows];
        for (var net = 0; net < netlist.NetCount; net++)
        {
            for (var pin = netlist.NetStarts[net]; pin < netlist.NetStarts[net + 1]; pin++)
            {
                _pull[netlist.PinNodes[pin]] += netlist.NetWeights[net];
            }
        }
    }

    /// <summary>Changes a placement in place; what is fixed stays.</summary>
    public static void Pull(Netlist netlist, Placement placement)
    {
        var descent = new Descent(netlist, placement);
        for (var step = 0; step < Steps; step++)
        {
            descent.Step((double)step / Steps);
        }
    }

    // Wires rule first, area last; steps shrink from a cell to a tenth.
    private void Step(double progress)
    {
        Array.Clear(_slopeX);
        Array.Clear(_slopeY);
        var softness = 4 * (1 - (0.8 * progress)) * Math.Sqrt(_canvas.CellWidth * _canvas.CellHeight);
        for (var net = 0; net < _netlist.NetCount; net++)
        {
            AddNet(net, _placement.X, _netlist.PinX.AsSpan(), softness, _slopeX);
            AddNet(net, _placement.Y, _netlist.PinY.AsSpan(), softness, _slopeY);
        }

        MakeField();
        var (push, reach) = (0.2 + (3 * progress), 1 - (0.9 * progress));
        for (var node = 0; node < _netlist.NodeCount; node++)
        {
            if (!_placement.Fixed[node])
            {
                Move(node, push, reach);
            }
        }
    }

    private void Move(int node, double push, double reach)
    {
        var (x, y) = (_placement.X[node], _placement.Y[node]);
        var pull = Math.Max(1e-9, _pull[node]);
        var (fieldX, fieldY) = Slope(_canvas.ColumnOf(x), _canvas.RowOf(y));
        var (right, up) = (-(_slopeX[node] / pull) - (push * fieldX), -(_slopeY[node] / pull) - (push * fieldY));
        _placement.X[node] = Within(x + (reach * Math.Clamp(right, -1, 1) * _canvas.CellWidth), _netlist.Widths[node], _canvas.Width);
        _placement.Y[node] = Within(y + (reach * Math.Clamp(up, -1, 1) * _canvas.CellHeight), _netlist.Heights[node], _canvas.Height);
    }

    private static double Within(double centre, double size, double canvas) => size >= canvas ? canvas / 2 : Math.Clamp(centre, size / 2, canvas - (size / 2));

    // The gradient of max − min of a net's pins, where both are weighted averages with weights e^(±position/softness).
    private void AddNet(int net, double[] centres, ReadOnlySpan<double> offsets, double softness, double[] slopes)
    {
        var (start, end) = (_netlist.NetStarts[net], _netlist.NetStarts[net + 1]);
        double least = double.PositiveInfinity, greatest = double.NegativeInfinity;
        for (var pin = start; pin < end; pin++)
        {
            var position = centres[_netlist.PinNodes[pin]] + offsets[pin];
            (least, greatest) = (Math.Min(least, position), Math.Max(greatest, position));
        }

        double high = 0, highSum = 0, low = 0, lowSum = 0;
        for (var pin = start; pin < end; pin++)
        {
            var position = centres[_netlist.PinNodes[pin]] + offsets[pin];
            var (up, down) = (Math.Exp((position - greatest) / softness), Math.Exp((least - position) / softness));
            (high, highSum) = (high + up, highSum + (up * position));
            (low, lowSum) = (low + down, lowSum + (down * position));
        }

        for (var pin = start; pin < end; pin++)
        {
            var position = centres[_netlist.PinNodes[pin]] + offsets[pin];
            var (up, down) = (Math.Exp((position - greatest) / softness) / high, Math.Exp((least - position) / softness) / low);
            slopes[_netlist.PinNodes[pin]] += _netlist.NetWeights[net]
                * ((up * (1 + ((position - (highSum / high)) / softness))) - (down * (1 - ((position - (lowSum / low)) / softness))));
        }
    }

    private void MakeField()
    {
        Array.Clear(_field);
        for (var node = 0; node < _netlist.NodeCount; node++)
        {
            if (_netlist.Kinds[node] != NodeKind.Port)
            {
                AddArea(node);
            }
        }

        for (var cell = 0; cell < _field.Length; cell++)
        {
            _field[cell] = Math.Max(0, _field[cell] - Target);
        }

        for (var blur = 0; blur < Blurs; blur++)
        {
            Blur();
        }
    }

    private void AddArea(int node)
    {
        var footprint = new Footprint(_canvas, (_placement.X[node], _placement.Y[node]), (_netlist.Widths[node], _netlist.Heights[node]), _scratch);
        for (var row = 0; row < footprint.Up.Length; row++)
        {
            var start = ((footprint.FirstRow + row) * _canvas.Columns) + footprint.FirstColumn;
            for (var column = 0; column < footprint.Across.Length; column++)
            {
                _field[start + column] += footprint.Across[column] * footprint.Up[row] / (_canvas.CellWidth * _canvas.CellHeight);
            }
        }
    }

    // A cell becomes the mean of itself and its four neighbours; beyond the edge it meets itself, so that nothing is pushed out.
    private void Blur()
    {
        for (var row = 0; row < _canvas.Rows; row++)
        {
            for (var column = 0; column < _canvas.Columns; column++)
            {
                _blurred[(row * _canvas.Columns) + column] = 0.2 * (At(column, row) + At(column - 1, row) + At(column + 1, row) + At(column, row - 1) + At(column, row + 1));
            }
        }

        _blurred.CopyTo(_field, 0);
    }

    private (double X, double Y) Slope(int column, int row) => (
        (At(column + 1, row) - At(column - 1, row)) / 2,
        (At(column, row + 1) - At(column, row - 1)) / 2);

    private double At(int column, int row) => _field[(Math.Clamp(row, 0, _canvas.Rows - 1) * _canvas.Columns) + Math.Clamp(column, 0, _canvas.Columns - 1)];
}
