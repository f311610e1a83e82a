namespace Cambrian.Numerics.LinearAlgebra;

/// <summary>Triangular factors of tall matrices by Householder's reflections (Golub and Van Loan 2013, Matrix Computations, Algorithm 5.2.1), which square no condition number.</summary>
internal static class HouseholderQr
{
    /// <summary>Replaces A by R: its first n rows hold the upper triangle, what is below is zero. Further columns, such as a right-hand side, are reflected with it.</summary>
    /// <param name="matrix">A and the further columns, rows × width, row by row.</param>
    /// <param name="rows">At least n.</param>
    /// <param name="width">Columns of A, n, and the further ones.</param>
    /// <param name="n">Columns that are made triangular.</param>
    /// <param name="sums">width long; overwritten.</param>
    public static void Triangulate(Span<double> matrix, int rows, int width, int n, Span<double> sums)
    {
        for (var k = 0; k < n; k++)
        {
            var squared = 0.0;
            for (var i = k; i < rows; i++)
            {
                squared += matrix[(i * width) + k] * matrix[(i * width) + k];
            }

            var diagonal = matrix[(k * width) + k];
            var image = diagonal > 0 ? -Math.Sqrt(squared) : Math.Sqrt(squared);
            if (image == 0)
            {
                continue;
            }

            // v is the column below k, with its first entry moved; the reflection is 1 − vvᵀ / (image · (image − diagonal)).
            matrix[(k * width) + k] = diagonal - image;
            var rest = sums[..(width - k - 1)];
            rest.Clear();
            for (var i = k; i < rows; i++)
            {
                Vectors.AddScaled(matrix[(i * width) + k], matrix.Slice((i * width) + k + 1, rest.Length), rest);
            }

            var scale = -1 / (image * (image - diagonal));
            for (var i = k; i < rows; i++)
            {
                Vectors.AddScaled(scale * matrix[(i * width) + k], rest, matrix.Slice((i * width) + k + 1, rest.Length));
                matrix[(i * width) + k] = 0;
            }

            matrix[(k * width) + k] = image;
        }
    }

    /// <summary>Solves R·x = b by substitution from the last row.</summary>
    /// <param name="matrix">R, and b in column n; row by row.</param>
    /// <param name="width">Columns of the matrix.</param>
    /// <param name="x">Receives x, n long.</param>
    /// <returns>False where R has a zero on its diagonal, or x is not finite.</returns>
    public static bool TrySubstitute(ReadOnlySpan<double> matrix, int width, Span<double> x)
    {
        var n = x.Length;
        for (var i = n - 1; i >= 0; i--)
        {
            var row = matrix.Slice(i * width, width);
            x[i] = (row[n] - Vectors.Dot(row[(i + 1)..n], x[(i + 1)..])) / row[i];
            if (!double.IsFinite(x[i]))
            {
                return false;
            }
        }

        return true;
    }
}
