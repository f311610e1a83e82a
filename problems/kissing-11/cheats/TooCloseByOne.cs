// All distances right but one, which is too small by one part in 10¹⁴.
public static class Construction
{
    public static long[] Construct(int[] size, long[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var vectors = Cambrian.Numerics.Geometry.KissingPoints.Greedy(size[0], 1);
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] *= 100_000_000_000_000;
        }

        vectors[0] += 1;
        return vectors;
        // EVOLVE-BLOCK-END
    }
}
