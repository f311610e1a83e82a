// Thirty-six discs instead of twenty-six.
public static class Packing
{
    public static double[] Pack(int count, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return Cambrian.Numerics.Geometry.DiscPacking.Grid(count + 10);
        // EVOLVE-BLOCK-END
    }
}
