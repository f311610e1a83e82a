// All discs in the same place, as large as the square allows.
public static class Packing
{
    public static double[] Pack(int count, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var discs = new double[3 * count];
        for (var i = 0; i < discs.Length; i++)
        {
            discs[i] = 0.5;
        }

        return discs;
        // EVOLVE-BLOCK-END
    }
}
