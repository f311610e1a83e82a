using System.Numerics;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Placing;

/// <summary>
/// Where macros may be: inside the canvas, hard ones apart from each other and from what is kept out, in double and in single precision.
/// Places are numbers of single precision, so that whoever rounds to it finds the same placement.
/// </summary>
internal sealed class MoveSpace
{
    private readonly Netlist _netlist;
    private readonly Canvas _canvas;
    private readonly int[] _slots;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _widths;
    private readonly double[] _heights;
    private readonly float[] _singleX;
    private readonly float[] _singleY;
    private readonly float[] _singleWidths;
    private readonly float[] _singleHeights;

    /// <summary>Starts from a placement.</summary>
    public MoveSpace(Netlist netlist, Placement placement, IReadOnlyList<Rectangle> keepOut)
    {
        (_netlist, _canvas) = (netlist, placement.Canvas);
        Gap = GapOf(_canvas);
        int[] hard = [.. netlist.Of(NodeKind.HardMacro)];
        var length = hard.Length + keepOut.Count;
        length = (length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        (_x, _y, _widths, _heights) = (new double[length], new double[length], new double[length], new double[length]);
        (_singleX, _singleY, _singleWidths, _singleHeights) = (new float[length], new float[length], new float[length], new float[length]);
        Array.Fill(_x, double.PositiveInfinity);
        Array.Fill(_singleX, float.PositiveInfinity);
        _slots = new int[netlist.NodeCount];
        Array.Fill(_slots, -1);
        for (var slot = 0; slot < hard.Length; slot++)
        {
            _slots[hard[slot]] = slot;
            Occupy(slot, (placement.X[hard[slot]], placement.Y[hard[slot]]), (netlist.Widths[hard[slot]], netlist.Heights[hard[slot]]));
        }

        for (var i = 0; i < keepOut.Count; i++)
        {
            var area = keepOut[i];
            Occupy(hard.Length + i, ((area.Left + area.Right) / 2, (area.Bottom + area.Top) / 2), (area.Right - area.Left, area.Top - area.Bottom));
        }
    }

    /// <summary>What moves that bring macros next to each other leave between them: a few units in the last place of single precision at the far edge of the canvas.</summary>
    public double Gap { get; }

    /// <summary>See <see cref="Gap"/>.</summary>
    public static double GapOf(Canvas canvas) => Math.ScaleB(Math.Max(canvas.Width, canvas.Height), -21);

    /// <summary>The nearest centre at which a node is inside the canvas, as a number of single precision; one that is larger than the canvas goes to its middle.</summary>
    public (double X, double Y) Inside(int node, double x, double y) => (
        Within(x, _netlist.Widths[node], _canvas.Width),
        Within(y, _netlist.Heights[node], _canvas.Height));

    /// <summary>Notes where a hard macro is; nothing else has a place here.</summary>
    public void Set(int node, double x, double y)
    {
        if (_slots[node] is >= 0 and var slot)
        {
            (_x[slot], _y[slot], _singleX[slot], _singleY[slot]) = (x, y, (float)x, (float)y);
        }
    }

    /// <summary>Whether a node, where it is now, keeps its distance. Soft macros and ports always do.</summary>
    public bool Fits(int node) => _slots[node] < 0 || !Conflicts(_slots[node], _x[_slots[node]], _y[_slots[node]]);

    /// <summary>Whether a hard macro would keep its distance at another place.</summary>
    public bool FitsAt(int node, double x, double y) => !Conflicts(_slots[node], x, y);

    /// <summary>How far a hard macro can go along one axis before it meets another one.</summary>
    /// <param name="node">The macro.</param>
    /// <param name="across">Left and right; otherwise up and down.</param>
    /// <returns>The least and greatest coordinate of its centre.</returns>
    public (double Least, double Most) Reach(int node, bool across)
    {
        var slot = _slots[node];
        var (along, size, other, otherSize) = across ? (_x, _widths, _y, _heights) : (_y, _heights, _x, _widths);
        var (least, most) = (size[slot] / 2, (across ? _canvas.Width : _canvas.Height) - (size[slot] / 2));
        for (var i = 0; i < along.Length; i++)
        {
            var beside = i != slot && Math.Abs(other[i] - other[slot]) < (otherSize[i] + otherSize[slot]) / 2;
            if (beside && along[i] <= along[slot])
            {
                least = Math.Max(least, along[i] + ((size[i] + size[slot]) / 2) + Gap);
            }
            else if (beside)
            {
                most = Math.Min(most, along[i] - ((size[i] + size[slot]) / 2) - Gap);
            }
        }

        return (least, most);
    }

    /// <summary>The conflicts of a hard macro with others and with what is kept out: which way and how far it would have to go, the shorter way of the two.</summary>
    public IEnumerable<(double Right, double Up)> Escapes(int node)
    {
        var slot = _slots[node];
        for (var i = 0; i < _x.Length; i++)
        {
            var (right, up) = (_x[slot] - _x[i], _y[slot] - _y[i]);
            var (deepX, deepY) = (((_widths[i] + _widths[slot]) / 2) + Gap - Math.Abs(right), ((_heights[i] + _heights[slot]) / 2) + Gap - Math.Abs(up));
            if (i != slot && deepX > 0 && deepY > 0)
            {
                yield return deepX < deepY ? (right < 0 || (right == 0 && slot < i) ? -deepX : deepX, 0) : (0, up < 0 || (up == 0 && slot < i) ? -deepY : deepY);
            }
        }
    }

    private void Occupy(int slot, (double X, double Y) centre, (double Width, double Height) size)
    {
        (_x[slot], _y[slot], _singleX[slot], _singleY[slot]) = (centre.X, centre.Y, (float)centre.X, (float)centre.Y);
        (_widths[slot], _heights[slot], _singleWidths[slot], _singleHeights[slot]) = (size.Width, size.Height, (float)size.Width, (float)size.Height);
    }

    // To single precision, and no further out than there is room in both precisions.
    private static double Within(double value, double size, double canvas)
    {
        if (size >= canvas)
        {
            return canvas / 2;
        }

        var (least, most) = ((float)(size / 2), (float)(canvas - (size / 2)));
        least = least < size / 2 || least - ((float)size / 2) < 0 ? MathF.BitIncrement(least) : least;
        most = most + (size / 2) > canvas || most + ((float)size / 2) > (float)canvas ? MathF.BitDecrement(most) : most;
        return least < most ? Math.Clamp((float)value, least, most) : canvas / 2;
    }

    // Single precision as the challenge's judge computes it, and double precision as anybody else does.
    private bool Conflicts(int slot, double x, double y)
    {
        var (left, down) = (new Vector<double>(x), new Vector<double>(y));
        var (width, height) = (new Vector<double>(_widths[slot]), new Vector<double>(_heights[slot]));
        var conflicts = Vector<long>.Zero;
        for (var i = 0; i < _x.Length; i += Vector<double>.Count)
        {
            var besideX = Vector.LessThan(Vector.Abs(new Vector<double>(_x, i) - left), (new Vector<double>(_widths, i) + width) * 0.5);
            var besideY = Vector.LessThan(Vector.Abs(new Vector<double>(_y, i) - down), (new Vector<double>(_heights, i) + height) * 0.5);
            conflicts -= besideX & besideY;
        }

        return Vector.Sum(conflicts) > Itself(slot, x, y) || ConflictsInSingle(slot, (float)x, (float)y);
    }

    private bool ConflictsInSingle(int slot, float x, float y)
    {
        var (left, down) = (new Vector<float>(x), new Vector<float>(y));
        var (width, height) = (new Vector<float>((float)_widths[slot]), new Vector<float>((float)_heights[slot]));
        var conflicts = Vector<int>.Zero;
        for (var i = 0; i < _singleX.Length; i += Vector<float>.Count)
        {
            var besideX = Vector.LessThan(Vector.Abs(new Vector<float>(_singleX, i) - left), (new Vector<float>(_singleWidths, i) + width) * 0.5f);
            var besideY = Vector.LessThan(Vector.Abs(new Vector<float>(_singleY, i) - down), (new Vector<float>(_singleHeights, i) + height) * 0.5f);
            conflicts -= besideX & besideY;
        }

        return Vector.Sum(conflicts) > Itself(slot, x, y);
    }

    // A macro is always in the way of itself where it was.
    private int Itself(int slot, double x, double y) => Math.Abs(_x[slot] - x) < _widths[slot] && Math.Abs(_y[slot] - y) < _heights[slot] ? 1 : 0;
}
