// One disc that leaves the square by half a unit in the last place, which a sum of doubles cannot see: 1e-17 + 1 is 1.
public static class Packing
{
    public static double[] Pack(int count, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var discs = new double[3 * count];
        discs[0] = 1;
        discs[1] = 0.5;
        discs[2] = 1e-17;
        return discs;
        // EVOLVE-BLOCK-END
    }
}
