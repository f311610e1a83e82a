namespace Cambrian.Core.Selectors;

/// <summary>Draws in proportion to weights. Takes one number from the stream.</summary>
public static class Roulette
{
    /// <summary>A position, drawn with probability weight / sum; uniform when no weight is positive, or their sum is not finite.</summary>
    /// <param name="weights">Not negative; at least one.</param>
    /// <param name="random">The stream.</param>
    public static int Spin(IReadOnlyList<double> weights, Random random)
    {
        var total = weights.Sum();
        if (!(total > 0) || !double.IsFinite(total))
        {
            return random.Next(weights.Count);
        }

        var point = random.NextDouble() * total;
        var last = 0;
        for (var index = 0; index < weights.Count; index++)
        {
            if (weights[index] > 0)
            {
                (point, last) = (point - weights[index], index);
            }

            if (point < 0)
            {
                return index;
            }
        }

        // Rounding can leave a crumb: it belongs to the last that has a weight.
        return last;
    }
}
