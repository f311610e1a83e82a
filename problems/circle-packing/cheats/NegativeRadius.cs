// A hugely negative radius makes every sum of two radii small; the others may then be as large as they like.
public static class Packing
{
    public static double[] Pack(int count, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var discs = Cambrian.Numerics.Geometry.DiscPacking.Grid(count);
        discs[2] = -discs[2];
        return discs;
        // EVOLVE-BLOCK-END
    }
}
