namespace Cambrian.Numerics.Analysis;

/// <summary>
/// The orthonormal functions hₖ(x) = Hₖ(x)·exp(−x²/2)/√(2ᵏ k! √π) with Hermite's polynomials H₀ = 1, H₁ = 2x, …; by their three-term recurrence,
/// which is stable where Hₖ itself overflows.
/// </summary>
public static class HermiteFunctions
{
    /// <summary>h₀(x) to hₙ(x).</summary>
    /// <param name="x">Where.</param>
    /// <param name="values">n + 1 long, at least 1; receives the values.</param>
    public static void Evaluate(double x, Span<double> values)
    {
        values[0] = Math.Pow(Math.PI, -0.25) * Math.Exp(-0.5 * x * x);
        for (var k = 1; k < values.Length; k++)
        {
            values[k] = (Math.Sqrt(2.0 / k) * x * values[k - 1]) - (k > 1 ? Math.Sqrt((k - 1.0) / k) * values[k - 2] : 0);
        }
    }

    /// <summary>√(2ᵏ k!) for even k: what a coefficient of hₖ is divided by to be one of Hₖ, up to a constant.</summary>
    /// <param name="k">0 to 250.</param>
    public static double Norm(int k)
    {
        var norm = 1.0;
        for (var j = 1; j <= k; j++)
        {
            norm *= Math.Sqrt(2.0 * j);
        }

        return norm;
    }
}
