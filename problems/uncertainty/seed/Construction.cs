using Cambrian.Numerics.Analysis;
using Cambrian.Numerics.Optimisation;

public static class Construction
{
    /// <summary>Coefficients of H₀, H₄, H₈, …. Methods of UncertaintyFunctions make them; work is what they may spend.</summary>
    public static double[] Construct(int[] size, double[] start, Work work)
    {
        // EVOLVE-BLOCK-START
        var coefficients = UncertaintyFunctions.Scatter(3, 1);
        return coefficients;
        // EVOLVE-BLOCK-END
    }
}
