namespace Cambrian.Numerics.LinearAlgebra;

/// <summary>Eigenvalues and eigenvectors of small symmetric matrices.</summary>
public static class SymmetricEigen
{
    private const int MaxSweeps = 60;

    /// <summary>Decomposes A = V · diag(values) · Vᵀ by cyclic Jacobi rotations (Golub and Van Loan 2013, algorithm 8.5.2).</summary>
    /// <param name="matrix">n × n, row by row, symmetric; overwritten.</param>
    /// <param name="values">n eigenvalues, in no particular order.</param>
    /// <param name="vectors">n × n, row by row; column k belongs to value k.</param>
    /// <exception cref="ArgumentException">The sizes do not match.</exception>
    public static void Jacobi(Span<double> matrix, Span<double> values, Span<double> vectors)
    {
        var n = values.Length;
        if (matrix.Length != n * n || vectors.Length != n * n)
        {
            throw new ArgumentException($"{n} values go with {n * n} entries, not {matrix.Length} and {vectors.Length}.", nameof(values));
        }

        vectors.Clear();
        for (var i = 0; i < n; i++)
        {
            vectors[(i * n) + i] = 1;
        }

        for (var sweep = 0; sweep < MaxSweeps && Sweep(matrix, vectors, n); sweep++)
        {
        }

        for (var i = 0; i < n; i++)
        {
            values[i] = matrix[(i * n) + i];
        }
    }

    // One rotation for every entry above the diagonal that is not negligible; false when there was none.
    private static bool Sweep(Span<double> matrix, Span<double> vectors, int n)
    {
        var rotated = false;
        for (var p = 0; p < n - 1; p++)
        {
            for (var q = p + 1; q < n; q++)
            {
                var entry = matrix[(p * n) + q];
                var scale = Math.Sqrt(Math.Abs(matrix[(p * n) + p]) * Math.Abs(matrix[(q * n) + q]));
                if (Math.Abs(entry) > 1e-16 * scale && entry != 0)
                {
                    Rotate(matrix, vectors, n, p, q);
                    rotated = true;
                }
            }
        }

        return rotated;
    }

    private static void Rotate(Span<double> a, Span<double> v, int n, int p, int q)
    {
        var theta = (a[(q * n) + q] - a[(p * n) + p]) / (2 * a[(p * n) + q]);
        var t = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var k = 0; k < n; k++)
        {
            Mix(ref a[(k * n) + p], ref a[(k * n) + q], c, s);
        }

        for (var k = 0; k < n; k++)
        {
            Mix(ref a[(p * n) + k], ref a[(q * n) + k], c, s);
            Mix(ref v[(k * n) + p], ref v[(k * n) + q], c, s);
        }

        a[(p * n) + q] = 0;
        a[(q * n) + p] = 0;
    }

    private static void Mix(ref double first, ref double second, double c, double s) =>
        (first, second) = ((c * first) - (s * second), (s * first) + (c * second));
}
