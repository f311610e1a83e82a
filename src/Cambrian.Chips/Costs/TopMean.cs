namespace Cambrian.Chips.Costs;

/// <summary>Means over the greatest values of a map, by the rules of the two terms that use them.</summary>
internal static class TopMean
{
    /// <summary>Over the greatest tenth of all cells; with fewer than ten cells, over those that are not empty.</summary>
    public static double OfDensity(double[] cells) => cells.Length < 10
        ? cells.Where(cell => cell != 0).DefaultIfEmpty().Average()
        : SumOf(cells, cells.Length / 10) / (cells.Length / 10);

    /// <summary>Over the greatest twentieth of all values; with fewer than twenty, the greatest.</summary>
    public static double OfCongestion(double[] cells) => cells.Length / 20 is > 0 and var count ? SumOf(cells, count) / count : cells.Max();

    private static double SumOf(double[] cells, int count) => cells.OrderDescending().Take(count).Sum();
}
