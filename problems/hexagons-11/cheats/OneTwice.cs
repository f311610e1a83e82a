// One hexagon less, and another one given twice.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var fewer = Cambrian.Numerics.Geometry.HexagonPacking.Settle(Cambrian.Numerics.Geometry.HexagonPacking.Scatter(size[0] - 1, 7), 3.9, work);
        return [fewer[0], fewer[1], fewer[2], .. fewer];
        // EVOLVE-BLOCK-END
    }
}
