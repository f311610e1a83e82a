// Keeps what it saw from call to call, to recognise an instance on its second pass.
public static class Rule
{
    private static double seen;

    public static double Priority(
        double distance, double nearest, double second, double average, double centre, double toStart,
        double closest, double spread, double home, double left, double turn, double ahead, double crowd, double aside)
    {
        // EVOLVE-BLOCK-START
        seen += distance;
        return -distance + (seen / 1e9);
        // EVOLVE-BLOCK-END
    }
}
