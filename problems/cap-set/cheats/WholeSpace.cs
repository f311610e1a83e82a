// Every point there is, lines and all.
public static class Construction
{
    public static int[] Build(int dimension, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return Cambrian.Numerics.Combinatorics.CapSets.All(dimension);
        // EVOLVE-BLOCK-END
    }
}
