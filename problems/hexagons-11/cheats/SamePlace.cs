// All hexagons in one place, which is as large as one of them.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var packing = new double[(3 * size[0]) + 4];
        packing[^2] = 1.1;
        return packing;
        // EVOLVE-BLOCK-END
    }
}
