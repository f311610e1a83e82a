// Comparators that put the larger value first: everything is sorted, the other way round.
public static class Construction
{
    public static int[] Build(int channels, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var network = Cambrian.Numerics.Combinatorics.SortingNetworks.Beam(channels, [], 100, true, 1, work);
        Array.Reverse(network);
        return network;
        // EVOLVE-BLOCK-END
    }
}
