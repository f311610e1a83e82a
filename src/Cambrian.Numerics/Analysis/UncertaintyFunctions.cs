using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Analysis;

/// <summary>
/// Even functions that equal their Fourier transform, vanish at 0 and are positive beyond a small radius, for upper bounds in the sign uncertainty
/// principle (Gonçalves, Oliveira e Silva and Steinerberger 2017; Cohn and Gonçalves 2019). A function is an array of coefficients c₀, c₁, …, cₙ₋₁ of
/// P = Σ cₖH₄ₖ(x); the coefficient of H₄ₙ is the one with P(0) = 0. Its bound is r²/2π for the last sign change r of P. Every method accepts any array and leaves it as it is.
/// </summary>
public static class UncertaintyFunctions
{
    // 4·62 is the largest degree whose norm, and its inverse, is a double of full precision.
    private const int MostTerms = 62;

    private const double HighestBound = 1;

    /// <summary>Random coefficients, those of higher polynomials smaller as their values are larger.</summary>
    /// <param name="terms">How many; 1 to 62, others are brought into that range.</param>
    /// <param name="seed">Any.</param>
    public static double[] Scatter(int terms, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Math.Clamp(terms, 1, MostTerms)).Select(k => ((2 * random.NextDouble()) - 1) / HermiteFunctions.Norm(4 * k))];
    }

    /// <summary>Each coefficient changed by a random share of itself.</summary>
    /// <param name="coefficients">Any.</param>
    /// <param name="size">Largest share.</param>
    /// <param name="seed">Any.</param>
    public static double[] Jitter(double[] coefficients, double size, int seed)
    {
        var random = new Random(seed);
        var share = double.IsFinite(size) ? size : 0;
        return [.. coefficients.Take(MostTerms).Select(coefficient => coefficient * (1 + (share * ((2 * random.NextDouble()) - 1))))];
    }

    /// <summary>
    /// A function with a bound not above the one given, if the linear programme over all functions of so many terms finds one: the least
    /// value beyond the radius, in units of the largest there could be, is made as large as possible.
    /// </summary>
    /// <param name="terms">How many coefficients; 2 to 62, others are brought into that range.</param>
    /// <param name="bound">r²/2π, above 0; others are brought into the range up to 1.</param>
    /// <param name="work">Spent by the linear programmes.</param>
    /// <returns>Coefficients; none when there is no such function, or work was used up.</returns>
    public static double[] Within(int terms, double bound, Work work)
    {
        var programme = new PositivityProgramme(Math.Clamp(terms, 2, MostTerms) + 1);
        return double.IsNaN(bound) ? [] : programme.Solve(Radius(Math.Clamp(bound, 1e-3, HighestBound)), work) ?? [];
    }

    /// <summary>The function of the lowest bound among all of so many terms, by bisection with linear programmes.</summary>
    /// <param name="terms">How many coefficients; 2 to 62, others are brought into that range. Doubling them takes about ten times the work.</param>
    /// <param name="precision">How close to the lowest bound, 1e-12 to 1.</param>
    /// <param name="work">Spent by the linear programmes; when none is left, the best so far.</param>
    /// <returns>Coefficients; none when work was used up before the first programme ended.</returns>
    public static double[] Lowest(int terms, double precision, Work work)
    {
        var programme = new PositivityProgramme(Math.Clamp(terms, 2, MostTerms) + 1);
        var (low, high) = (0.0, HighestBound);
        double[] best = [];
        while (high - low > (double.IsNaN(precision) ? 1e-6 : Math.Clamp(precision, 1e-12, 1)) && work.Left > 0)
        {
            var middle = 0.5 * (low + high);
            if (programme.Solve(Radius(middle), work) is { } found)
            {
                (best, high) = (found, middle);
            }
            else
            {
                low = middle;
            }
        }

        return best;
    }

    /// <summary>The function with the lower bound, by values at many places; of equals the first.</summary>
    public static double[] Better(double[] coefficients, double[] others) => Bound(others) < Bound(coefficients) ? others : coefficients;

    /// <summary>The bound of a function to about six digits; infinite when it is none.</summary>
    /// <param name="coefficients">Any; at most 62 count.</param>
    public static double Bound(double[] coefficients)
    {
        var terms = Math.Min(coefficients.Length, MostTerms) + 1;
        if (terms < 2 || coefficients.Any(coefficient => !double.IsFinite(coefficient)))
        {
            return double.PositiveInfinity;
        }

        var programme = new PositivityProgramme(terms);
        return programme.LastChange(programme.Complete(coefficients)) is { } radius ? radius * radius / (2 * Math.PI) : double.PositiveInfinity;
    }

    private static double Radius(double bound) => Math.Sqrt(2 * Math.PI * bound);
}
