// Points of a space of one dimension more, which has larger cap sets.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return Cambrian.Numerics.Combinatorics.CapSets.Greedy(size[0] + 1, Cambrian.Numerics.Combinatorics.CapSets.All(size[0] + 1));
        // EVOLVE-BLOCK-END
    }
}
