// Negative numbers, whose remainders to base 3 are negative too and never add up to zero.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [.. Enumerable.Range(-500, 500)];
        // EVOLVE-BLOCK-END
    }
}
