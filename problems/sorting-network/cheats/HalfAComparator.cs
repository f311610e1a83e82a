// An odd number of numbers: half of it rounds down.
public static class Construction
{
    public static int[] Build(int channels, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [0];
        // EVOLVE-BLOCK-END
    }
}
