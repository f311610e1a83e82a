// A good packing, each disc then made larger by less than the tolerance that evaluators usually allow.
public static class Packing
{
    public static double[] Pack(int count, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var discs = Cambrian.Numerics.Geometry.DiscPacking.Settle(Cambrian.Numerics.Geometry.DiscPacking.Scatter(count, 7), 0.01, work);
        for (var i = 2; i < discs.Length; i += 3)
        {
            discs[i] += 1e-14;
        }

        return discs;
        // EVOLVE-BLOCK-END
    }
}
