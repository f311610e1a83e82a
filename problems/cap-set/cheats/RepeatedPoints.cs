// A cap set twice over: a count of the list is twice the size of the set.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var cap = Cambrian.Numerics.Combinatorics.CapSets.Greedy(size[0], Cambrian.Numerics.Combinatorics.CapSets.All(size[0]));
        return [.. cap, .. cap];
        // EVOLVE-BLOCK-END
    }
}
