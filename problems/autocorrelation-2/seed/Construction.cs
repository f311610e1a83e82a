using Cambrian.Numerics.Optimisation;
using Cambrian.Numerics.Sequences;

public static class Construction
{
    /// <summary>Heights of equal steps. Methods of the toolbox make them from heights; work is what they may spend.</summary>
    public static double[] Construct(int[] size, double[] start, Work work)
    {
        // EVOLVE-BLOCK-START
        var heights = StepFunctions.Scatter(60, 2, 1);
        return heights;
        // EVOLVE-BLOCK-END
    }
}
