using Cambrian.Numerics.LinearAlgebra;

namespace Cambrian.Numerics.Optimisation;

/// <summary>
/// Dense Cholesky factorisation A = L·Lᵀ of symmetric positive definite matrices, n × n, row by row in one span; only the
/// lower triangle is read and written. Sums are taken in the same order on every machine.
/// </summary>
public static class Cholesky
{
    /// <summary>Replaces the lower triangle of A by L.</summary>
    /// <param name="matrix">A, n × n.</param>
    /// <param name="n">Rows.</param>
    /// <returns>False when A is not positive definite; the matrix is spoilt then.</returns>
    public static bool TryFactor(Span<double> matrix, int n)
    {
        for (var i = 0; i < n; i++)
        {
            var row = matrix.Slice(i * n, n);
            for (var j = 0; j < i; j++)
            {
                var other = matrix.Slice(j * n, n);
                row[j] = (row[j] - Vectors.Dot(row[..j], other[..j])) / other[j];
            }

            var pivot = row[i] - Vectors.Dot(row[..i], row[..i]);
            // Written so that not-a-number fails as well.
            if (!(pivot > 0) || double.IsInfinity(pivot))
            {
                return false;
            }

            row[i] = Math.Sqrt(pivot);
        }

        return true;
    }

    /// <summary>Solves L·Lᵀ·x = b in place.</summary>
    /// <param name="factor">L, as <see cref="TryFactor"/> left it.</param>
    /// <param name="n">Rows.</param>
    /// <param name="vector">b on entry, x on return; n long.</param>
    public static void Solve(ReadOnlySpan<double> factor, int n, Span<double> vector)
    {
        for (var i = 0; i < n; i++)
        {
            var row = factor.Slice(i * n, n);
            vector[i] = (vector[i] - Vectors.Dot(row[..i], vector[..i])) / row[i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            vector[i] /= factor[(i * n) + i];
            for (var j = 0; j < i; j++)
            {
                vector[j] -= factor[(i * n) + j] * vector[i];
            }
        }
    }
}
