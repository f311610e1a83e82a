using System.Numerics;

namespace Cambrian.Chips.Incremental;

/// <summary>
/// The sum of the k greatest of many numbers that change a little from one question to the next. It keeps the k-th greatest from last time as a threshold
/// and steps from there, one pass over the numbers per step; a good threshold needs one. Nothing is sorted, and the sum is exact when the numbers are
/// multiples of <see cref="Quantum"/>.
/// </summary>
internal sealed class TopSum(int count)
{
    private double _threshold;

    /// <summary>Adds the greatest up.</summary>
    /// <param name="values">None negative; a multiple of the vector length, at least as many as are asked for.</param>
    public double Of(ReadOnlySpan<double> values)
    {
        while (true)
        {
            var pass = Pass(values, _threshold);
            if (pass.Above > count)
            {
                _threshold = pass.LeastAbove;
            }
            else if (pass.Above + pass.Equal < count)
            {
                _threshold = pass.GreatestBelow;
            }
            else
            {
                return pass.Sum + ((count - pass.Above) * _threshold);
            }
        }
    }

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
