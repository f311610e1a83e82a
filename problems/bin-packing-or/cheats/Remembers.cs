// Keeps what it saw from call to call, to recognise an instance on its second pass.
public static class Rule
{
    private static double seen;

    public static double Priority(
        double item, double remaining, double after, double matching, double resulting, double open, double space, double left, double exact, double fitting)
    {
        // EVOLVE-BLOCK-START
        seen += item;
        return seen % 2 == 0 ? remaining : -remaining;
        // EVOLVE-BLOCK-END
    }
}
