using Cambrian.Numerics.Combinatorics;
using Cambrian.Numerics.Optimisation;

public static class Construction
{
    /// <summary>A set as depth (negative), bound on the sum of digits, digits. Methods of DigitSets make them; work is what they may spend.</summary>
    public static int[] Construct(int[] size, int[] start, Work work)
    {
        // EVOLVE-BLOCK-START
        var set = DigitSets.Interval(12, 3);
        return set;
        // EVOLVE-BLOCK-END
    }
}
