namespace Cambrian.Numerics.LinearProgramming;

/// <summary>What counts as nothing in a scaled programme.</summary>
internal static class Tolerances
{
    /// <summary>Of reduced costs.</summary>
    public const double Cost = 1e-9;

    /// <summary>Of entries that limit a step: smaller ones are rounding.</summary>
    public const double Entry = 1e-9;

    /// <summary>Of pivots: with smaller ones the tableau is made anew first.</summary>
    public const double Pivot = 1e-6;

    /// <summary>Of steps: shorter ones lead nowhere.</summary>
    public const double Step = 1e-12;

    /// <summary>Of a bound; relative where that is large.</summary>
    public static double Of(double bound) => 1e-9 * (1 + Math.Abs(bound));

    /// <summary>−1 where a variable is below its bounds, 1 where it is above them, 0 within.</summary>
    public static int Side(Tableau tableau, int variable)
    {
        var (value, lower, upper) = (tableau.Values[variable], tableau.Lower[variable], tableau.Upper[variable]);
        if (value < lower - Of(lower))
        {
            return -1;
        }

        return value > upper + Of(upper) ? 1 : 0;
    }
}
