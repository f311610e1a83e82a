// Never returns.
public static class Packing
{
    public static double[] Pack(int count, Cambrian.Numerics.Optimisation.Work work)
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
