namespace Cambrian.Numerics.Combinatorics;

/// <summary>A set of points no three of which are on a line, under construction; the points it rules out are counted, so that it can also shrink.</summary>
internal sealed class Cap(TernarySpace space)
{
    private readonly int[] _points = new int[space.Points];
    private readonly short[] _ruledOut = new short[space.Points];
    private readonly bool[] _held = new bool[space.Points];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Points => _points.AsSpan(0, Count);

    /// <summary>Operations spent since the beginning.</summary>
    public long Cost { get; private set; }

    /// <summary>Adds a point unless it is held already or makes a line with two that are.</summary>
    public bool TryAdd(int point)
    {
        if (_held[point] || _ruledOut[point] > 0)
        {
            return false;
        }

        foreach (var other in Points)
        {
            _ruledOut[TernarySpace.Third(point, other)]++;
        }

        Cost += 4L * (Count + 1);
        _points[Count++] = point;
        _held[point] = true;
        return true;
    }

    /// <summary>Adds all of some points, or none.</summary>
    public bool TryAddAll(ReadOnlySpan<int> points)
    {
        var before = Count;
        foreach (var point in points)
        {
            if (!TryAdd(point))
            {
                Shrink(before);
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes out the points added last, until so many are left.</summary>
    public void Shrink(int count)
    {
        while (Count > count)
        {
            var point = _points[--Count];
            _held[point] = false;
            foreach (var other in Points)
            {
                _ruledOut[TernarySpace.Third(point, other)]--;
            }
        }
    }
}
