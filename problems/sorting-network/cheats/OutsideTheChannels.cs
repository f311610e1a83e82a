// A comparator with channels that are not there, to read or crash the checker.
public static class Construction
{
    public static int[] Build(int channels, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [-1, 1_000_000];
        // EVOLVE-BLOCK-END
    }
}
