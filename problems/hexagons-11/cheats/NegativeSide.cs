// A hexagon around all with a side below nothing, which is turned inside out.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var packing = Cambrian.Numerics.Geometry.HexagonPacking.Scatter(size[0], 7);
        packing[^2] = -packing[^2];
        return packing;
        // EVOLVE-BLOCK-END
    }
}
