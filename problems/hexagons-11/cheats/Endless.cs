// Never returns.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var step = 0.0;
        while (step >= 0)
        {
            step += 1;
        }

        return [step];
        // EVOLVE-BLOCK-END
    }
}
