// A good packing, then all distances made smaller by less than the tolerance that evaluators usually allow.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var packing = Cambrian.Numerics.Geometry.HexagonPacking.Settle(Cambrian.Numerics.Geometry.HexagonPacking.Scatter(size[0], 7), 3.9, work);
        for (var i = 0; i < packing.Length - 4; i++)
        {
            packing[i] *= i % 3 == 2 ? 1 : 1 - 1e-12;
        }

        return packing;
        // EVOLVE-BLOCK-END
    }
}
