// A square, or a cube: fewer points have a smaller ratio.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 1];
        // EVOLVE-BLOCK-END
    }
}
