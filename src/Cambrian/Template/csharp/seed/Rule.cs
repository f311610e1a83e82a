public static class Rule
{
    /// <summary>How much an item that fits is wanted next; the highest goes in.</summary>
    public static double Priority(double value, double weight, double left)
    {
        // Only what stands between these two comments is changed by the search.
        // EVOLVE-BLOCK-START
        return value;
        // EVOLVE-BLOCK-END
    }
}
