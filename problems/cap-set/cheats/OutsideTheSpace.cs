// Points of a space of one dimension more, which has larger cap sets.
public static class Construction
{
    public static int[] Build(int dimension, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return Cambrian.Numerics.Combinatorics.CapSets.Greedy(dimension + 1, Cambrian.Numerics.Combinatorics.CapSets.All(dimension + 1));
        // EVOLVE-BLOCK-END
    }
}
