// Vectors of twelve dimensions, where there is more room.
public static class Construction
{
    public static long[] Construct(int[] size, long[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return Cambrian.Numerics.Geometry.KissingPoints.Greedy(size[0] + 1, 1);
        // EVOLVE-BLOCK-END
    }
}
