namespace Cambrian.Numerics.Optimisation;

/// <summary>Residuals whose sum of squares is minimised.</summary>
/// <param name="Residuals">r(x), and the derivatives. Where a residual is not finite, steps are shortened.</param>
/// <param name="Count">m; there may be fewer residuals than variables.</param>
public sealed record LeastSquares(VectorFunction Residuals, int Count)
{
    /// <summary>At most so many steps, taken or not; default 500.</summary>
    public int Steps { get; init; } = 500;

    /// <summary>
    /// The search ends where a step would change x by less than this share of it, or the sum of squares by less than this share, or where r is so nearly
    /// orthogonal to all columns of the Jacobian; default 1e-12.
    /// </summary>
    public double Tolerance { get; init; } = 1e-12;

    /// <summary>Operations of one call of the residuals, beside those of the method; default 0.</summary>
    public long Cost { get; init; }

    /// <summary>Residuals without derivatives; these are taken from differences, which costs n calls more.</summary>
    /// <param name="residuals">Writes r(x).</param>
    /// <param name="count">m.</param>
    /// <param name="cost">Operations of one call.</param>
    /// <param name="variables">n.</param>
    public static LeastSquares WithoutDerivatives(Action<double[], double[]> residuals, int count, long cost, int variables)
    {
        var (point, moved) = (new double[variables], new double[count]);
        var values = new double[count];
        return new LeastSquares(Differences, count) { Cost = cost * (variables + 1) };

        void Differences(ReadOnlySpan<double> x, Span<double> at, Span<double> jacobian)
        {
            x.CopyTo(point);
            residuals(point, values);
            values.CopyTo(at);
            for (var j = 0; j < variables && !jacobian.IsEmpty; j++)
            {
                // The root of the rounding error balances it against the curvature (Nocedal and Wright 2006, §8.1); the sum makes it an exact difference of doubles.
                var width = 1.5e-8 * Math.Max(Math.Abs(x[j]), 1e-3);
                point[j] = x[j] + width;
                width = point[j] - x[j];
                residuals(point, moved);
                point[j] = x[j];
                for (var i = 0; i < count; i++)
                {
                    jacobian[(i * variables) + j] = (moved[i] - values[i]) / width;
                }
            }
        }
    }
}
