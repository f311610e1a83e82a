using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Sequences;

/// <summary>What searches over step functions need to know of the constant that is bounded.</summary>
/// <param name="Value">The bound that a function gives; lower is better, NaN for none.</param>
/// <param name="Settle">A nearby local optimum: from a function, how much it gives way first, and the allowance.</param>
/// <param name="Scale">About the height of a step of a function.</param>
internal sealed record StepFamily(Func<double[], double> Value, Func<double[], double, Work, double[]> Settle, Func<double[], double> Scale)
{
    // The share of the objective that the last barrier costs.
    private const double LastGap = 1e-10;

    /// <summary>Functions of more steps are not settled: the matrices would not fit into a candidate's memory.</summary>
    public const int MostSettled = 1536;

    // From coarse to fine a function gives way by about as much as its peaks change.
    private const double Yield = 0.02;

    /// <summary>First and last μ of an interior point.</summary>
    /// <param name="gap">How much of the objective, which is about 1, the first one gives up; NaN for little.</param>
    /// <param name="constraints">How many the gap is spread over.</param>
    public static (double Start, double End) Barriers(double gap, int constraints) =>
        ((double.IsNaN(gap) ? Yield : Math.Clamp(gap, LastGap, 1000)) / constraints, LastGap / constraints);

    /// <summary>The function with the lower value; of equals the first.</summary>
    public double[] Better(double[] heights, double[] others) => Value(StepFunctions.Sane(heights)) <= Value(StepFunctions.Sane(others)) ? heights : others;

    /// <summary>Basin hopping with a share of the work that is left.</summary>
    public double[] Hop(double[] heights, double share, int seed, Work work)
    {
        var allowance = new Work((long)(work.Left * (double.IsNaN(share) ? 0.5 : Math.Clamp(share, 0, 1))));
        work.Spend(allowance.Left);
        return BasinHopping.Maximise(
            Better(StepFunctions.Sane(heights), Settle(heights, Yield, allowance)),
            found => -Value(found),
            (best, random) => Settle(StepMoves.Change(best, Scale(best), random), Math.Pow(10, 1 - (3 * random.NextDouble())), allowance),
            seed,
            allowance);
    }

    /// <summary>The best of settled random functions.</summary>
    /// <param name="count">Number of steps.</param>
    /// <param name="starts">How many functions.</param>
    /// <param name="power">Of <see cref="StepFunctions.Scatter"/>.</param>
    /// <param name="run">Seed, any, and work; when none is left, no more are tried.</param>
    public double[] Begin(int count, int starts, double power, (int Seed, Work Work) run)
    {
        var random = new Random(run.Seed);
        var best = StepFunctions.Flat(count);
        for (var start = 0; start < Math.Min(starts, 10_000) && run.Work.Left > 0; start++)
        {
            best = Better(best, Settle(StepFunctions.Scatter(count, power, random.Next()), Math.Pow(10, 1 - (2 * random.NextDouble())), run.Work));
        }

        return best;
    }

    /// <summary>From coarse to fine: the function on more and more steps, settled at each; the best of all.</summary>
    public double[] Climb(double[] heights, double factor, int count, Work work)
    {
        var (best, current) = (heights, heights);
        var ratio = double.IsNaN(factor) ? 2 : Math.Clamp(factor, 1.1, 10);
        while (current.Length < Math.Min(count, StepFunctions.MostSteps) && work.Left > 0)
        {
            var next = Math.Min(count, Math.Max(current.Length + 1, (int)Math.Round(current.Length * ratio)));
            current = Settle(StepFunctions.Resample(current, next), Yield, work);
            best = Better(best, current);
        }

        return best;
    }
}
