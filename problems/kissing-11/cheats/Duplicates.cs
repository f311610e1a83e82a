// The same vectors twice.
public static class Construction
{
    public static long[] Construct(int[] size, long[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var axes = Cambrian.Numerics.Geometry.KissingPoints.Axes(size[0]);
        return [.. axes, .. axes];
        // EVOLVE-BLOCK-END
    }
}
