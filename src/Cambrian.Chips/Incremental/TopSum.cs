using System.Numerics;

namespace Cambrian.Chips.Incremental;

/// <summary>
/// The sum of the k greatest of many numbers that change a little from one question to the next. It keeps a threshold near the k-th greatest and searches
/// from there, one pass over the numbers per step; most questions need one. Nothing is sorted, and the sum is exact when the numbers are
/// multiples of <see cref="Quantum"/>.
/// </summary>
internal sealed class TopSum(int count)
{
    // Where a step from value to value would be long, the threshold jumps, but not for ever: in a crowd of equal values no jump is right.
    private const int FarOff = 3;
    private const int MostJumps = 6;

    private double _threshold;
    private double _latest;
    private double _spacing = 1e-4;

    /// <summary>Adds the greatest up.</summary>
    /// <param name="values">None negative; a multiple of the vector length, at least as many as are asked for.</param>
    public double Of(ReadOnlySpan<double> values)
    {
        _latest = _threshold;
        var pass = Pass(values, _latest);
        for (var jumps = 0; ; jumps++)
        {
            var excess = pass.Above - count;
            if (excess <= 0 && excess + pass.Equal >= 0)
            {
                return pass.Sum - (excess * _latest);
            }

            if (excess == 1 || excess == -1)
            {
                // One too many or too few: the next value is known without another pass.
                _latest = excess > 0 ? pass.LeastAbove : double.BitDecrement(pass.GreatestBelow);
                return excess > 0 ? pass.Sum - pass.LeastAbove : pass.Sum + pass.GreatestBelow;
            }

            var (from, above) = (_latest, pass.Above);
            var jumping = Math.Abs(excess) > FarOff && jumps < MostJumps;
            _latest = jumping ? Math.Max(0, _latest + (excess * _spacing)) : excess > 0 ? pass.LeastAbove : pass.GreatestBelow;
            pass = Pass(values, _latest);
            if (jumping)
            {
                _spacing = pass.Above == above ? 2 * _spacing : Math.Max(1e-9, (_latest - from) / (above - pass.Above));
            }
        }
    }

    /// <summary>The next question will be about numbers near those of the last one; without this, about those before it.</summary>
    public void Commit() => _threshold = _latest;

    private static (double Sum, long Above, long Equal, double LeastAbove, double GreatestBelow) Pass(ReadOnlySpan<double> values, double threshold)
    {
        var limit = new Vector<double>(threshold);
        var infinity = new Vector<double>(double.PositiveInfinity);
        var (sum, least, greatest) = (Vector<double>.Zero, infinity, -infinity);
        var (above, equal) = (Vector<long>.Zero, Vector<long>.Zero);
        for (var i = 0; i < values.Length; i += Vector<double>.Count)
        {
            var value = new Vector<double>(values[i..]);
            var greater = Vector.GreaterThan(value, limit);
            var same = Vector.Equals(value, limit);
            above -= greater;
            equal -= same;
            sum += Vector.ConditionalSelect(greater, value, Vector<double>.Zero);
            least = Vector.Min(least, Vector.ConditionalSelect(greater, value, infinity));
            greatest = Vector.Max(greatest, Vector.ConditionalSelect(greater | same, -infinity, value));
        }

        return (Vector.Sum(sum), Vector.Sum(above), Vector.Sum(equal), Across(least, Math.Min), Across(greatest, Math.Max));
    }

    private static double Across(Vector<double> lanes, Func<double, double, double> pick)
    {
        var picked = lanes[0];
        for (var lane = 1; lane < Vector<double>.Count; lane++)
        {
            picked = pick(picked, lanes[lane]);
        }

        return picked;
    }
}
