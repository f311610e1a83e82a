// Never returns.
public static class Construction
{
    public static long[] Construct(int[] size, long[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var step = 0.0;
        while (step >= 0)
        {
            step += 1;
        }

        return [(long)step];
        // EVOLVE-BLOCK-END
    }
}
