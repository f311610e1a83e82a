// Every comparison with not-a-number is false, so no check that asks "is it too close?" says yes.
public static class Packing
{
    public static double[] Pack(int count, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var discs = new double[3 * count];
        for (var i = 0; i < discs.Length; i++)
        {
            discs[i] = i % 3 == 2 ? 0.5 : double.NaN;
        }

        return discs;
        // EVOLVE-BLOCK-END
    }
}
