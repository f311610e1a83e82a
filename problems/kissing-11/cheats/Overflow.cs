// Coordinates whose squares overflow 64 bits, and 128 bits when they are added.
public static class Construction
{
    public static long[] Construct(int[] size, long[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var vectors = Cambrian.Numerics.Geometry.KissingPoints.Greedy(size[0], 1);
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] *= long.MaxValue / 2;
        }

        return [.. vectors, .. vectors];
        // EVOLVE-BLOCK-END
    }
}
