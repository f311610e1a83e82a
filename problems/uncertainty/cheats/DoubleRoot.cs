// A root where the sign does not change hides the last one that does; H0 and H4 alone have but one.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [0, 1e-300];
        // EVOLVE-BLOCK-END
    }
}
