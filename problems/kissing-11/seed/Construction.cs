using Cambrian.Numerics.Geometry;
using Cambrian.Numerics.Optimisation;

public static class Construction
{
    /// <summary>Coordinates of whole vectors in turn. Methods of KissingPoints make them; work is what they may spend.</summary>
    public static long[] Construct(int[] size, long[] start, Work work)
    {
        // EVOLVE-BLOCK-START
        var vectors = KissingPoints.Axes(size[0]);
        return vectors;
        // EVOLVE-BLOCK-END
    }
}
