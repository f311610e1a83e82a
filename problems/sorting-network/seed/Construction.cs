using Cambrian.Numerics.Combinatorics;
using Cambrian.Numerics.Optimisation;

public static class Construction
{
    /// <summary>Comparators, two channels each, the smaller first. Methods of SortingNetworks make networks; work is what they may spend.</summary>
    public static int[] Build(int channels, Work work)
    {
        // EVOLVE-BLOCK-START
        var network = SortingNetworks.Neighbours(channels);
        return network;
        // EVOLVE-BLOCK-END
    }
}
