namespace Cambrian.Governance.Tripwires;

/// <summary>
/// A gain on the cases of the search that is not there on the sealed ones. Gains are compared in standard deviations of the paired
/// differences (Cohen's d), as the two sets of cases may differ in scale.
/// </summary>
internal static class SealedGapWire
{
    /// <summary>Its name in decisions.</summary>
    public const string Name = "sealed-versus-search gap";

    private const int FewestCases = 4;
    private const double Most = 4;

    // Differences that are all alike have no deviation; more than this says no more.
    private const double GreatestEffect = 10;

    /// <summary>Looks at a candidate and what it is compared with.</summary>
    /// <param name="search">Candidate minus promoted version on each case of the search.</param>
    /// <param name="onSealed">The same on each sealed case.</param>
    public static Trip? Look(IReadOnlyList<double> search, IReadOnlyList<double> onSealed)
    {
        if (Effect(search) is not { } there || Effect(onSealed) is not { } here)
        {
            return null;
        }

        var gap = (there.Size - here.Size) / Math.Sqrt(there.Variance + here.Variance);
        return gap > Most && here.Size < there.Size / 2
            ? new Trip(Name, FormattableString.Invariant($"it gains {there.Size:0.00} standard deviations on the search's cases and {here.Size:0.00} on the sealed ones, {gap:0.0} standard errors less"))
            : null;
    }

    // Large-sample variance of d for pairs: Hedges, Olkin 1985, p. 86.
    private static (double Size, double Variance)? Effect(IReadOnlyList<double> differences)
    {
        if (differences.Count < FewestCases || !differences.All(double.IsFinite))
        {
            return null;
        }

        var (n, mean) = (differences.Count, differences.Average());
        var deviation = Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean)) / (n - 1));
        var size = mean == 0 ? 0 : Math.Clamp(mean / deviation, -GreatestEffect, GreatestEffect);
        return (size, (1.0 / n) + (size * size / (2 * n)));
    }
}
