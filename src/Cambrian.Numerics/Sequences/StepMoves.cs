namespace Cambrian.Numerics.Sequences;

/// <summary>Changes that an optimal step function is often one of away from a better one.</summary>
internal static class StepMoves
{
    /// <summary>A changed copy: all steps jittered, or a stretch of them scattered, reversed, copied elsewhere, or the whole function stretched and shifted.</summary>
    /// <param name="heights">At least one.</param>
    /// <param name="scale">About the height of a step.</param>
    /// <param name="random">Where the choices come from.</param>
    public static double[] Change(double[] heights, double scale, Random random)
    {
        double[] changed = [.. heights];
        var width = 1 + random.Next(Math.Max(1, changed.Length / 4));
        var (from, to) = (random.Next(changed.Length - width + 1), random.Next(changed.Length - width + 1));
        switch (random.Next(5))
        {
            case 0:
                var size = scale * Math.Pow(10, -2 * random.NextDouble());
                return [.. changed.Select(height => height + (size * (random.NextDouble() - 0.5)))];
            case 1:
                for (var i = from; i < from + width; i++)
                {
                    changed[i] = scale * random.NextDouble();
                }

                return changed;
            case 2:
                Array.Reverse(changed, from, width);
                return changed;
            case 3:
                Array.Copy(heights, from, changed, to, width);
                return changed;
            default:
                return Stretch(heights, 1 + (0.2 * (random.NextDouble() - 0.5)), 0.1 * heights.Length * (random.NextDouble() - 0.5));
        }
    }

    private static double[] Stretch(double[] heights, double factor, double shift) =>
        [.. heights.Select((_, index) => heights[(int)Math.Clamp((index * factor) + shift, 0, heights.Length - 1)])];
}
