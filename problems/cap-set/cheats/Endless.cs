// Never returns.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var step = 0.0;
        while (step >= 0)
        {
            step += 1;
        }

        return [(int)step];
        // EVOLVE-BLOCK-END
    }
}
