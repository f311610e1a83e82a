namespace Cambrian.Numerics.Optimisation;

/// <summary>Functions cₖ of x the least of which is made as large as possible, x within bounds: "max t with cₖ(x) ≥ t".</summary>
/// <param name="Functions">c, and the derivatives; finite wherever x is within bounds.</param>
/// <param name="Count">m.</param>
public sealed record WorstOf(VectorFunction Functions, int Count)
{
    /// <summary>Least values of x, n long; empty for none.</summary>
    public double[] Lower { get; init; } = [];

    /// <summary>Greatest values of x, n long; empty for none.</summary>
    public double[] Upper { get; init; } = [];

    /// <summary>How far the first step may change any variable; default 0.1.</summary>
    public double Radius { get; init; } = 0.1;

    /// <summary>The search ends where steps may change no variable by more than this, or promise less; default 1e-12.</summary>
    public double Tolerance { get; init; } = 1e-12;

    /// <summary>At most so many steps, taken or not; default 1,000.</summary>
    public int Steps { get; init; } = 1000;

    /// <summary>Operations of one call of the functions, beside those of the method; default 0.</summary>
    public long Cost { get; init; }
}
