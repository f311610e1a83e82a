public static class Rule
{
    /// <summary>How good a city is as the next stop; the best one is visited. Lengths are in units of twice the mean distance between nearest cities.</summary>
    public static double Priority(
        double distance, double nearest, double second, double average, double centre, double toStart,
        double closest, double spread, double home, double left, double turn, double ahead, double crowd, double aside)
    {
        // EVOLVE-BLOCK-START
        return -distance;
        // EVOLVE-BLOCK-END
    }
}
