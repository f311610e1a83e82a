public static class Rule
{
    /// <summary>How good a bin with so much space remaining is for the item; the best bin takes it.</summary>
    public static double Priority(double item, double remaining)
    {
        // EVOLVE-BLOCK-START
        return item - remaining;
        // EVOLVE-BLOCK-END
    }
}
