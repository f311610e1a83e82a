// Vectors of no length are far from everything that is long enough, and cost nothing.
public static class Construction
{
    public static long[] Construct(int[] size, long[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [.. Cambrian.Numerics.Geometry.KissingPoints.Axes(size[0]), .. new long[size[0]]];
        // EVOLVE-BLOCK-END
    }
}
