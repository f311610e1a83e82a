using Cambrian.Numerics.Combinatorics;
using Cambrian.Numerics.Optimisation;

public static class Construction
{
    /// <summary>Points of the space of size[0] dimensions, no three on a line. Methods of CapSets make sets; work is what they may spend.</summary>
    public static int[] Construct(int[] size, int[] start, Work work)
    {
        // EVOLVE-BLOCK-START
        var dimension = size[0];
        var order = CapSets.All(dimension);
        var cap = CapSets.Greedy(dimension, order);
        return cap;
        // EVOLVE-BLOCK-END
    }
}
