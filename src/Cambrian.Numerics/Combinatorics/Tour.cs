namespace Cambrian.Numerics.Combinatorics;

/// <summary>A closed tour over the cities of a plane, as an array with the place of each city in it.</summary>
internal sealed class Tour
{
    private readonly Plane _plane;
    private readonly int[] _order;
    private readonly int[] _place;

    public Tour(Plane plane, ReadOnlySpan<int> order)
    {
        _plane = plane;
        _order = order.ToArray();
        _place = new int[_order.Length];
        Index(0, _order.Length);
    }

    public ReadOnlySpan<int> Order => _order;

    public int Next(int city) => _place[city] + 1 is var place && place == _order.Length ? _order[0] : _order[place];

    public int Previous(int city) => _place[city] is var place && place == 0 ? _order[^1] : _order[place - 1];

    /// <summary>
    /// Turns the path from one city forward to another round. Never the rest of the tour instead, though it may be shorter:
    /// that would exchange Next and Previous for everything else.
    /// </summary>
    public void Reverse(int from, int to)
    {
        var (first, last) = (_place[from], _place[to]);
        var count = last - first + 1;
        count += count <= 0 ? _order.Length : 0;
        for (var swaps = count / 2; swaps > 0; swaps--)
        {
            (_order[first], _order[last]) = (_order[last], _order[first]);
            (_place[_order[first]], _place[_order[last]]) = (first, last);
            first = first + 1 == _order.Length ? 0 : first + 1;
            last = last == 0 ? _order.Length - 1 : last - 1;
        }
    }

    /// <summary>Swaps two neighbouring paths: the one in places [a, b) and the one in [b, c).</summary>
    public void SwapPaths(int a, int b, int c)
    {
        _order.AsSpan(a, b - a).Reverse();
        _order.AsSpan(b, c - b).Reverse();
        _order.AsSpan(a, c - a).Reverse();
        Index(a, c);
    }

    public void Restore(ReadOnlySpan<int> order)
    {
        order.CopyTo(_order);
        Index(0, _order.Length);
    }

    public double Length()
    {
        var length = _plane.Distance(_order[^1], _order[0]);
        for (var i = 1; i < _order.Length; i++)
        {
            length += _plane.Distance(_order[i - 1], _order[i]);
        }

        return length;
    }

    private void Index(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            _place[_order[i]] = i;
        }
    }
}
