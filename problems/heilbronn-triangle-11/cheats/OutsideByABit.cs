// One corner of the triangle and a little more, which a sum of doubles cannot see: 1 + 1e-17 is 1.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var points = Cambrian.Numerics.Geometry.HeilbronnTriangle.Settle(Cambrian.Numerics.Geometry.HeilbronnTriangle.Scatter(size[0], 1), 0.01, work);
        points[0] = 1;
        points[1] = 1e-17;
        return points;
        // EVOLVE-BLOCK-END
    }
}
