namespace Cambrian.Numerics.LinearProgramming;

/// <summary>Powers of two by which rows and columns are multiplied so that their entries are near 1 and one tolerance fits all; no rounding comes from them.</summary>
internal sealed class Scaling
{
    private const int Rounds = 3;

    public Scaling(double[] matrix, int rows, int columns)
    {
        (Rows, Columns) = ([.. Enumerable.Repeat(1.0, rows)], [.. Enumerable.Repeat(1.0, columns)]);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < rows; i++)
            {
                Rows[i] = Balance(columns, j => matrix[(i * columns) + j] * Columns[j]);
            }

            for (var j = 0; j < columns; j++)
            {
                Columns[j] = Balance(rows, i => matrix[(i * columns) + j] * Rows[i]);
            }
        }
    }

    /// <summary>Factors of rows.</summary>
    public double[] Rows { get; }

    /// <summary>Factors of columns.</summary>
    public double[] Columns { get; }

    // One over the geometric mean of the smallest and the largest entry, zeros left out.
    private static double Balance(int count, Func<int, double> entry)
    {
        var (least, most) = (double.PositiveInfinity, 0.0);
        for (var k = 0; k < count; k++)
        {
            var size = Math.Abs(entry(k));
            if (size > 0)
            {
                (least, most) = (Math.Min(least, size), Math.Max(most, size));
            }
        }

        return most == 0 ? 1 : Math.ScaleB(1, -(int)Math.Round(0.5 * (Math.Log2(least) + Math.Log2(most))));
    }
}
