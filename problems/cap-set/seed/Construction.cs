using Cambrian.Numerics.Combinatorics;
using Cambrian.Numerics.Optimisation;

public static class Construction
{
    /// <summary>Points of the space, no three on a line. Methods of CapSets make sets; work is what they may spend.</summary>
    public static int[] Build(int dimension, Work work)
    {
        // EVOLVE-BLOCK-START
        var order = CapSets.All(dimension);
        var cap = CapSets.Greedy(dimension, order);
        return cap;
        // EVOLVE-BLOCK-END
    }
}
