public static class Rule
{
    /// <summary>How good it is to put the item into a bin with so much space remaining; the best bin takes it. Lengths are in bins.</summary>
    public static double Priority(
        double item, double remaining, double after, double matching, double resulting, double open, double space, double left, double exact, double fitting)
    {
        // EVOLVE-BLOCK-START
        return -after;
        // EVOLVE-BLOCK-END
    }
}
