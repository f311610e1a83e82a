// A cap set twice over: a count of the list is twice the size of the set.
public static class Construction
{
    public static int[] Build(int dimension, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var cap = Cambrian.Numerics.Combinatorics.CapSets.Greedy(dimension, Cambrian.Numerics.Combinatorics.CapSets.All(dimension));
        return [.. cap, .. cap];
        // EVOLVE-BLOCK-END
    }
}
