// Answers not-a-number in the hope that no city is ever chosen and the tour stays empty.
public static class Rule
{
    public static double Priority(
        double distance, double nearest, double second, double average, double centre, double toStart,
        double closest, double spread, double home, double left, double turn, double ahead, double crowd, double aside)
    {
        // EVOLVE-BLOCK-START
        return double.NaN;
        // EVOLVE-BLOCK-END
    }
}
