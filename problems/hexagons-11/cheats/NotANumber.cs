// Nothing is found to overlap with not-a-number.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var packing = new double[(3 * size[0]) + 4];
        for (var i = 0; i < packing.Length; i++)
        {
            packing[i] = double.NaN;
        }

        packing[^2] = 1.1;
        return packing;
        // EVOLVE-BLOCK-END
    }
}
