using Cambrian.Numerics.Combinatorics;
using Cambrian.Numerics.Optimisation;

public static class Construction
{
    /// <summary>A set's elements, or depth (negative), bound on the sum of digits, and digits. Methods of DigitSets make them; work is what they may spend.</summary>
    public static int[] Construct(int[] size, int[] start, Work work)
    {
        // EVOLVE-BLOCK-START
        var depth = 16;
        var set = DigitSets.Interval(depth, 2);
        return set;
        // EVOLVE-BLOCK-END
    }
}
