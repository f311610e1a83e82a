// Points to choose from, which were not asked for.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return Cambrian.Numerics.Geometry.HeilbronnHull.Scatter(size[0] + 4, 1);
        // EVOLVE-BLOCK-END
    }
}
