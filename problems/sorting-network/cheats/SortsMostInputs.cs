// A network without its last comparator: it sorts nearly every input, and a test on random inputs may not notice.
public static class Construction
{
    public static int[] Build(int channels, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var network = Cambrian.Numerics.Combinatorics.SortingNetworks.Beam(channels, [], 100, true, 1, work);
        return network[..^2];
        // EVOLVE-BLOCK-END
    }
}
