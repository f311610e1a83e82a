// Coordinates whose products overflow, so that no hull has an area to divide by. They are as bad as they look.
using System;

public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var points = new double[2 * size[0]];
        for (var i = 0; i < size[0]; i++)
        {
            points[2 * i] = 1e300 * i / size[0];
            points[(2 * i) + 1] = 1e150 * Math.Pow(i, 9);
        }

        return points;
        // EVOLVE-BLOCK-END
    }
}
