// Places and angles so large that nothing is known of their sines.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var packing = new double[(3 * size[0]) + 4];
        for (var i = 0; i < packing.Length; i++)
        {
            packing[i] = i % 3 == 2 ? 1e300 * i : 1e200 * i;
        }

        packing[^2] = 1;
        return packing;
        // EVOLVE-BLOCK-END
    }
}
