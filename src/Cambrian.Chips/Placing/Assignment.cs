namespace Cambrian.Chips.Placing;

/// <summary>The cheapest way to give each row a column of its own: shortest augmenting paths with potentials (Kuhn 1955; Edmonds and Karp 1972), cubic time.</summary>
internal sealed class Assignment
{
    private readonly double[][] _cost;
    private readonly int _rows;
    private readonly int _columns;
    private readonly double[] _rowPotential;
    private readonly double[] _columnPotential;
    private readonly int[] _rowOf;
    private readonly int[] _way;
    private readonly double[] _least;
    private readonly bool[] _seen;

    private Assignment(double[][] cost)
    {
        (_cost, _rows, _columns) = (cost, cost.Length, cost[0].Length);
        (_rowPotential, _columnPotential) = (new double[_rows], new double[_columns + 1]);
        (_rowOf, _way) = (new int[_columns + 1], new int[_columns + 1]);
        (_least, _seen) = (new double[_columns + 1], new bool[_columns + 1]);
        Array.Fill(_rowOf, -1);
    }

    /// <summary>Solves.</summary>
    /// <param name="cost">At least one row, and in each at least as many columns as there are rows.</param>
    /// <returns>The column of each row.</returns>
    public static int[] Solve(double[][] cost)
    {
        var assignment = new Assignment(cost);
        for (var row = 0; row < assignment._rows; row++)
        {
            assignment.Add(row);
        }

        var columns = new int[assignment._rows];
        for (var column = 0; column < assignment._columns; column++)
        {
            if (assignment._rowOf[column] is >= 0 and var row)
            {
                columns[row] = column;
            }
        }

        return columns;
    }

    // The last column stands for "not assigned yet"; the path begins there.
    private void Add(int row)
    {
        Array.Fill(_least, double.PositiveInfinity);
        Array.Clear(_seen);
        var column = _columns;
        _rowOf[column] = row;
        while (_rowOf[column] >= 0)
        {
            column = Extend(column);
        }

        while (column != _columns)
        {
            _rowOf[column] = _rowOf[_way[column]];
            column = _way[column];
        }

        _rowOf[_columns] = -1;
    }

    private int Extend(int from)
    {
        _seen[from] = true;
        var (row, nearest, delta) = (_rowOf[from], -1, double.PositiveInfinity);
        for (var column = 0; column < _columns; column++)
        {
            if (_seen[column])
            {
                continue;
            }

            var reduced = _cost[row][column] - _rowPotential[row] - _columnPotential[column];
            if (reduced < _least[column])
            {
                (_least[column], _way[column]) = (reduced, from);
            }

            if (_least[column] < delta)
            {
                (delta, nearest) = (_least[column], column);
            }
        }

        Shift(delta);
        return nearest;
    }

    private void Shift(double delta)
    {
        for (var column = 0; column <= _columns; column++)
        {
            if (_seen[column])
            {
                _rowPotential[_rowOf[column]] += delta;
                _columnPotential[column] -= delta;
            }
            else
            {
                _least[column] -= delta;
            }
        }
    }
}
