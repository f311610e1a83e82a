// Three points fewer have a larger smallest triangle.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return Cambrian.Numerics.Geometry.HeilbronnHull.Settle(Cambrian.Numerics.Geometry.HeilbronnHull.Scatter(size[0] - 3, 1), 0.01, work);
        // EVOLVE-BLOCK-END
    }
}
