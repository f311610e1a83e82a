namespace Cambrian.Chips.Costs;

/// <summary>The routes that the proxy cost assumes between grid cells, case by case as in TILOS's plc_client_os.py (two-, three-pin and split nets).</summary>
internal static class NetRoutes
{
    /// <summary>An L: along the source's row, then along the sink's column.</summary>
    public static void Pair<TSink>(ref TSink sink, int source, int target)
        where TSink : struct, IRouteSink, allows ref struct
    {
        Across(ref sink, Cell.Row(source), Cell.Column(source), Cell.Column(target));
        Up(ref sink, Cell.Column(target), Cell.Row(source), Cell.Row(target));
    }

    /// <summary>Three different cells in any order.</summary>
    public static void Three<TSink>(ref TSink sink, int a, int b, int c)
        where TSink : struct, IRouteSink, allows ref struct
    {
        (a, b, c) = Ordered(Cell.Turned(a), Cell.Turned(b), Cell.Turned(c));
        var (x1, x2, x3) = (Cell.Row(a), Cell.Row(b), Cell.Row(c));
        var (y1, y2, y3) = (Cell.Column(a), Cell.Column(b), Cell.Column(c));
        if (x1 < x2 && x2 < x3 && Math.Min(y1, y3) < y2 && Math.Max(y1, y3) > y2)
        {
            Across(ref sink, y1, x1, x2);
            Across(ref sink, y2, x2, x3);
            Up(ref sink, x2, y1, y2);
            Up(ref sink, x3, y2, y3);
        }
        else if (x2 == x3 && x1 < x2 && y1 < Math.Min(y2, y3))
        {
            Across(ref sink, y1, x1, x2);
            Up(ref sink, x2, y1, Math.Max(y2, y3));
        }
        else if (y2 == y3)
        {
            Across(ref sink, y1, x1, x2);
            Across(ref sink, y2, x2, x3);
            Up(ref sink, x2, y1, y2);
        }
        else
        {
            Trunk(ref sink, Cell.Turned(a), Cell.Turned(b), Cell.Turned(c));
        }
    }

    // A trunk along the middle row, and from it a branch to the lowest and one to the highest cell.
    private static void Trunk<TSink>(ref TSink sink, int a, int b, int c)
        where TSink : struct, IRouteSink, allows ref struct
    {
        (a, b, c) = Ordered(a, b, c);
        var row = Cell.Row(b);
        var (x1, x2, x3) = (Cell.Column(a), Cell.Column(b), Cell.Column(c));
        Across(ref sink, row, Math.Min(x1, Math.Min(x2, x3)), Math.Max(x1, Math.Max(x2, x3)));
        Up(ref sink, x1, Cell.Row(a), row);
        Up(ref sink, x3, row, Cell.Row(c));
    }

    private static (int Least, int Middle, int Most) Ordered(int a, int b, int c)
    {
        (a, b) = (Math.Min(a, b), Math.Max(a, b));
        (b, c) = (Math.Min(b, c), Math.Max(b, c));
        return (Math.Min(a, b), Math.Max(a, b), c);
    }

    private static void Across<TSink>(ref TSink sink, int row, int one, int other)
        where TSink : struct, IRouteSink, allows ref struct
    {
        if (one != other)
        {
            sink.Horizontal(row, Math.Min(one, other), Math.Max(one, other));
        }
    }

    private static void Up<TSink>(ref TSink sink, int column, int one, int other)
        where TSink : struct, IRouteSink, allows ref struct
    {
        if (one != other)
        {
            sink.Vertical(column, Math.Min(one, other), Math.Max(one, other));
        }
    }
}
