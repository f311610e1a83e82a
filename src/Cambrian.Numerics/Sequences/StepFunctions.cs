namespace Cambrian.Numerics.Sequences;

/// <summary>
/// Functions of equal steps, an array of their heights. Every method accepts any array, also one that holds not-a-number, leaves it as it is,
/// and returns finite heights.
/// </summary>
public static class StepFunctions
{
    /// <summary>The most steps that methods return.</summary>
    public const int MostSteps = 4096;

    private const double Highest = 1e6;

    /// <summary>All steps of height 1.</summary>
    /// <param name="count">Number of steps; 1 to <see cref="MostSteps"/>, others are brought into that range.</param>
    public static double[] Flat(int count) => [.. Enumerable.Repeat(1.0, Math.Clamp(count, 1, MostSteps))];

    /// <summary>Independent random heights.</summary>
    /// <param name="count">Number of steps; 1 to <see cref="MostSteps"/>, others are brought into that range.</param>
    /// <param name="power">Heights are the powers of uniform numbers between 0 and 1: above 1 for many low and few high steps.</param>
    /// <param name="seed">Any.</param>
    public static double[] Scatter(int count, double power, int seed)
    {
        var random = new Random(seed);
        var exponent = double.IsNaN(power) ? 1 : Math.Clamp(power, 0.01, 100);
        return [.. Flat(count).Select(_ => Math.Pow(random.NextDouble(), exponent))];
    }

    /// <summary>The function on another number of steps; a new step has the mean of what it covers.</summary>
    /// <param name="heights">Any; none count as one step of height 1.</param>
    /// <param name="factor">New steps for one old; with a whole number the function stays the same.</param>
    public static double[] Refine(double[] heights, double factor) =>
        Resample(heights, double.IsNaN(factor) ? heights.Length : (int)Math.Clamp(Math.Round(heights.Length * factor), 1, MostSteps));

    /// <summary>The function on a number of steps; a new step has the mean of what it covers.</summary>
    /// <param name="heights">Any; none count as one step of height 1.</param>
    /// <param name="count">Number of steps; 1 to <see cref="MostSteps"/>, others are brought into that range.</param>
    public static double[] Resample(double[] heights, int count)
    {
        var old = Sane(heights);
        var resampled = new double[Math.Clamp(count, 1, MostSteps)];
        var width = (double)old.Length / resampled.Length;
        for (var i = 0; i < resampled.Length; i++)
        {
            resampled[i] = Mean(old, i * width, (i + 1) * width);
        }

        return resampled;
    }

    /// <summary>Each height moved by a random amount.</summary>
    /// <param name="heights">Any.</param>
    /// <param name="size">Moves are uniform between minus and plus this, in units of the mean size of a height.</param>
    /// <param name="seed">Any.</param>
    public static double[] Jitter(double[] heights, double size, int seed)
    {
        var random = new Random(seed);
        var sane = Sane(heights);
        var scale = MeanSize(sane) * (double.IsNaN(size) ? 0 : Math.Clamp(size, -Highest, Highest));
        return Sane([.. sane.Select(height => height + (scale * ((2 * random.NextDouble()) - 1)))]);
    }

    /// <summary>Each height set to the mean of itself and its reflection.</summary>
    /// <param name="heights">Any.</param>
    public static double[] Mirror(double[] heights)
    {
        var sane = Sane(heights);
        return [.. sane.Select((height, index) => 0.5 * (height + sane[sane.Length - 1 - index]))];
    }

    /// <summary>Finite heights of moderate size, at least one and at most <see cref="MostSteps"/>.</summary>
    internal static double[] Sane(double[] heights) =>
        heights.Length == 0 ? [1] : [.. heights.Take(MostSteps).Select(height => double.IsNaN(height) ? 0 : Math.Clamp(height, -Highest, Highest))];

    /// <summary>The mean of absolute heights.</summary>
    internal static double MeanSize(double[] heights) => heights.Average(Math.Abs);

    private static double Mean(double[] heights, double from, double to)
    {
        var sum = 0.0;
        for (var i = (int)from; i < heights.Length && i < to; i++)
        {
            sum += heights[i] * Math.Max(0, Math.Min(to, i + 1) - Math.Max(from, i));
        }

        return sum / (to - from);
    }
}
