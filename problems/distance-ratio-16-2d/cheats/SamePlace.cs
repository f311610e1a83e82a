// All points in one place: the ratio of nothing to nothing.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return new double[size[0] * size[1]];
        // EVOLVE-BLOCK-END
    }
}
