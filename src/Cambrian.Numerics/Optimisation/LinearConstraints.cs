using Cambrian.Numerics.LinearAlgebra;

namespace Cambrian.Numerics.Optimisation;

/// <summary>Constraints A·x − b ≥ 0 with a dense matrix, which make an <see cref="InteriorPoint"/> a method for linear programmes.</summary>
/// <param name="rows">A, m × n, row by row; kept, not copied.</param>
/// <param name="bounds">b, m long; kept, not copied.</param>
/// <param name="variables">n.</param>
public sealed class LinearConstraints(double[] rows, double[] bounds, int variables) : InequalityConstraints
{
    /// <inheritdoc/>
    public override int Variables => variables;

    /// <inheritdoc/>
    public override int Count => bounds.Length;

    /// <inheritdoc/>
    public override long Cost => (long)bounds.Length * variables * variables / 2;

    /// <inheritdoc/>
    public override void Evaluate(ReadOnlySpan<double> x, Span<double> values)
    {
        for (var k = 0; k < bounds.Length; k++)
        {
            values[k] = Vectors.Dot(x, Row(k)) - bounds[k];
        }
    }

    /// <inheritdoc/>
    public override void AddGradient(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        for (var k = 0; k < bounds.Length; k++)
        {
            Vectors.AddScaled(weights[k], Row(k), gradient);
        }
    }

    /// <inheritdoc/>
    public override void AddNewton(ReadOnlySpan<double> weights, ReadOnlySpan<double> multipliers, Span<double> matrix)
    {
        for (var k = 0; k < bounds.Length; k++)
        {
            var row = Row(k);
            for (var i = 0; i < variables; i++)
            {
                Vectors.AddScaled(weights[k] * row[i], row[..(i + 1)], matrix.Slice(i * variables, i + 1));
            }
        }
    }

    /// <inheritdoc/>
    public override void Along(ReadOnlySpan<double> step, Span<double> slopes, Span<double> bends)
    {
        for (var k = 0; k < bounds.Length; k++)
        {
            slopes[k] = Vectors.Dot(step, Row(k));
        }

        bends.Clear();
    }

    private ReadOnlySpan<double> Row(int k) => rows.AsSpan(k * variables, variables);
}
