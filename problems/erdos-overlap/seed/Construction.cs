using Cambrian.Numerics.Optimisation;
using Cambrian.Numerics.Sequences;

public static class Construction
{
    /// <summary>Heights of equal steps. Methods of StepFunctions and MinimumOverlap make them from heights; work is what they may spend.</summary>
    public static double[] Construct(int[] size, double[] start, Work work)
    {
        // EVOLVE-BLOCK-START
        var heights = StepFunctions.Scatter(51, 0.1, 1);
        return heights;
        // EVOLVE-BLOCK-END
    }
}
