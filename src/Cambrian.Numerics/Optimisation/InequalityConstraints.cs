namespace Cambrian.Numerics.Optimisation;

/// <summary>
/// Constraints gₖ(x) ≥ 0, at most quadratic, as an interior-point method sees them: values, derivatives at the point last
/// evaluated, and what a step does to them. Sums over constraints are made here, where their structure is known: a family such as
/// the coefficients of a convolution has faster ways than one constraint after the other. One caller at a time.
/// </summary>
public abstract class InequalityConstraints
{
    /// <summary>Length of x, n.</summary>
    public abstract int Variables { get; }

    /// <summary>Number of constraints, m.</summary>
    public abstract int Count { get; }

    /// <summary>Operations of one <see cref="AddNewton"/>.</summary>
    public abstract long Cost { get; }

    /// <summary>a of a linear function a·x that must keep its value, n long; empty when there is none.</summary>
    public virtual ReadOnlySpan<double> Conserved => [];

    /// <summary>Moves to x; the other methods speak of that point from then on.</summary>
    /// <param name="x">n long.</param>
    /// <param name="values">m long; receives gₖ(x).</param>
    public abstract void Evaluate(ReadOnlySpan<double> x, Span<double> values);

    /// <summary>Adds Σ wₖ∇gₖ.</summary>
    /// <param name="weights">w, m long.</param>
    /// <param name="gradient">n long.</param>
    public abstract void AddGradient(ReadOnlySpan<double> weights, Span<double> gradient);

    /// <summary>Adds the Newton matrix Σ wₖ∇gₖ∇gₖᵀ − Σ λₖ∇²gₖ.</summary>
    /// <param name="weights">w, m long.</param>
    /// <param name="multipliers">λ, m long.</param>
    /// <param name="matrix">n × n, row by row; at least its lower triangle receives the sum.</param>
    public abstract void AddNewton(ReadOnlySpan<double> weights, ReadOnlySpan<double> multipliers, Span<double> matrix);

    /// <summary>The constraints along a step: g(x + t·d) = g(x) + t·slope + t²·bend.</summary>
    /// <param name="step">d, n long.</param>
    /// <param name="slopes">m long; receives the linear terms.</param>
    /// <param name="bends">m long; receives the quadratic terms.</param>
    public abstract void Along(ReadOnlySpan<double> step, Span<double> slopes, Span<double> bends);
}
