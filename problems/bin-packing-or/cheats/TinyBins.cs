// Claims every bin is perfect in the hope that a comparison with not-a-number lets an item into a bin that is not there.
public static class Rule
{
    public static double Priority(
        double item, double remaining, double after, double matching, double resulting, double open, double space, double left, double exact, double fitting)
    {
        // EVOLVE-BLOCK-START
        return double.NaN;
        // EVOLVE-BLOCK-END
    }
}
