using System.Numerics;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Placing;

/// <summary>
/// Where macros may be: inside the canvas, hard ones apart from each other and from what is kept out, all by a gap that survives rounding to single
/// precision. Knows where hard macros are, and takes its knowledge back move by move.
/// </summary>
internal sealed class MoveSpace
{
    private readonly Netlist _netlist;
    private readonly Canvas _canvas;
    private readonly int[] _slots;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _halfWidths;
    private readonly double[] _halfHeights;

    /// <summary>Starts from a placement.</summary>
    public MoveSpace(Netlist netlist, Placement placement, IReadOnlyList<Rectangle> keepOut)
    {
        (_netlist, _canvas) = (netlist, placement.Canvas);
        Gap = GapOf(_canvas);
        int[] hard = [.. netlist.Of(NodeKind.HardMacro)];
        var length = hard.Length + keepOut.Count;
        length = (length + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        (_x, _y, _halfWidths, _halfHeights) = (new double[length], new double[length], new double[length], new double[length]);
        Array.Fill(_x, double.PositiveInfinity);
        _slots = new int[netlist.NodeCount];
        Array.Fill(_slots, -1);
        for (var slot = 0; slot < hard.Length; slot++)
        {
            _slots[hard[slot]] = slot;
            (_x[slot], _y[slot]) = (placement.X[hard[slot]], placement.Y[hard[slot]]);
            (_halfWidths[slot], _halfHeights[slot]) = (netlist.Widths[hard[slot]] / 2, netlist.Heights[hard[slot]] / 2);
        }

        for (var i = 0; i < keepOut.Count; i++)
        {
            var (slot, area) = (hard.Length + i, keepOut[i]);
            (_x[slot], _y[slot]) = ((area.Left + area.Right) / 2, (area.Bottom + area.Top) / 2);
            (_halfWidths[slot], _halfHeights[slot]) = ((area.Right - area.Left) / 2, (area.Top - area.Bottom) / 2);
        }
    }

    /// <summary>What hard macros keep between them: a few units in the last place of single precision at the far edge of the canvas.</summary>
    public double Gap { get; }

    /// <summary>See <see cref="Gap"/>.</summary>
    public static double GapOf(Canvas canvas) => Math.ScaleB(Math.Max(canvas.Width, canvas.Height), -21);

    /// <summary>The nearest centre at which a node is inside the canvas, as a number of single precision; one that is larger than the canvas goes to its middle.</summary>
    public (double X, double Y) Inside(int node, double x, double y) => (
        Within(x, (_netlist.Widths[node] / 2) + Gap, _canvas.Width),
        Within(y, (_netlist.Heights[node] / 2) + Gap, _canvas.Height));

    /// <summary>Notes where a hard macro is; nothing else has a place here.</summary>
    public void Set(int node, double x, double y)
    {
        if (_slots[node] is >= 0 and var slot)
        {
            (_x[slot], _y[slot]) = (x, y);
        }
    }

    /// <summary>Whether a node, where it is now, keeps its distance. Soft macros and ports always do.</summary>
    public bool Fits(int node) => _slots[node] < 0 || Conflicts(_slots[node], _x[_slots[node]], _y[_slots[node]]) == 0;

    /// <summary>Whether a hard macro would keep its distance at another place.</summary>
    public bool FitsAt(int node, double x, double y) => Conflicts(_slots[node], x, y) == 0;

    /// <summary>How far a hard macro can go along one axis before it meets another one.</summary>
    /// <param name="node">The macro.</param>
    /// <param name="across">Left and right; otherwise up and down.</param>
    /// <returns>The least and greatest coordinate of its centre.</returns>
    public (double Least, double Most) Reach(int node, bool across)
    {
        var slot = _slots[node];
        var (along, half, other, otherHalf) = across ? (_x, _halfWidths, _y, _halfHeights) : (_y, _halfHeights, _x, _halfWidths);
        var (least, most) = (half[slot] + Gap, (across ? _canvas.Width : _canvas.Height) - half[slot] - Gap);
        for (var i = 0; i < along.Length; i++)
        {
            var beside = i != slot && Math.Abs(other[i] - other[slot]) < otherHalf[i] + otherHalf[slot] + Gap;
            if (beside && along[i] <= along[slot])
            {
                least = Math.Max(least, along[i] + half[i] + half[slot] + Gap);
            }
            else if (beside)
            {
                most = Math.Min(most, along[i] - half[i] - half[slot] - Gap);
            }
        }

        return (least, most);
    }

    // Rounds inwards to single precision, so that what fits here fits there.
    private static double Within(double value, double margin, double size) =>
        2 * margin > size ? size / 2 : Math.Clamp((float)value, MathF.BitIncrement((float)margin), MathF.BitDecrement((float)(size - margin)));

    private long Conflicts(int slot, double x, double y)
    {
        var (centreX, centreY) = (new Vector<double>(x), new Vector<double>(y));
        var (reachX, reachY) = (new Vector<double>(_halfWidths[slot] + Gap), new Vector<double>(_halfHeights[slot] + Gap));
        var conflicts = Vector<long>.Zero;
        for (var i = 0; i < _x.Length; i += Vector<double>.Count)
        {
            var besideX = Vector.LessThan(Vector.Abs(new Vector<double>(_x, i) - centreX), new Vector<double>(_halfWidths, i) + reachX);
            var besideY = Vector.LessThan(Vector.Abs(new Vector<double>(_y, i) - centreY), new Vector<double>(_halfHeights, i) + reachY);
            conflicts -= besideX & besideY;
        }

        var itself = Math.Abs(_x[slot] - x) < (2 * _halfWidths[slot]) + Gap && Math.Abs(_y[slot] - y) < (2 * _halfHeights[slot]) + Gap;
        return Vector.Sum(conflicts) - (itself ? 1 : 0);
    }
}
