namespace Cambrian.Numerics.Optimisation;

/// <summary>
/// Minima of functions without derivatives, of up to some tens of variables, by a simplex that is reflected, expanded, contracted and shrunk (Nelder and Mead 1965, in the order of
/// Lagarias, Reeds, Wright and Wright 1998), with coefficients that suit the number of variables (Gao and Han 2012, eq. 4.1).
/// </summary>
public static class NelderMead
{
    /// <summary>A function's value at x; where it is not a number, it counts as infinite.</summary>
    /// <param name="x">n long.</param>
    public delegate double Height(ReadOnlySpan<double> x);

    /// <summary>Moves x to a local minimum.</summary>
    /// <param name="function">What is minimised.</param>
    /// <param name="x">Where to start; receives the best point.</param>
    /// <param name="size">How far the first corners are from x, each along one axis: a positive number that is neither beyond the features of the function nor lost in rounding.</param>
    /// <param name="tolerance">The search ends where no corner is farther than this from the best in any coordinate, and no value in the function.</param>
    /// <param name="spending">Operations of one call of the function, and the work they are spent from. When none is left, x is the best point so far.</param>
    /// <returns>The value at x.</returns>
    /// <exception cref="ArgumentException">There are no variables, or size is not positive.</exception>
    public static double Minimise(Height function, Span<double> x, double size, double tolerance, (long Cost, Work Work) spending)
    {
        if (x.IsEmpty || !(size > 0) || double.IsInfinity(size))
        {
            throw new ArgumentException($"{x.Length} variables and a simplex of size {size} were given; expected at least one, and a positive size.", nameof(size));
        }

        var search = new NelderMeadSearch(function, x, size, spending);
        while (search.Spread() > tolerance && search.Step())
        {
        }

        if (search.Lowest < double.PositiveInfinity)
        {
            search.Best.CopyTo(x);
        }

        return search.Lowest;
    }
}
