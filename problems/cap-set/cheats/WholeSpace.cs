// Every point there is, lines and all.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return Cambrian.Numerics.Combinatorics.CapSets.All(size[0]);
        // EVOLVE-BLOCK-END
    }
}
