namespace Cambrian.Bench.Policies;

/// <summary>A search to run under several policies.</summary>
/// <param name="Problem">Name of the inner problem.</param>
/// <param name="Seed">Of the search and of the problem's instances.</param>
/// <param name="Work">Where it ends at the latest.</param>
/// <param name="Until">Score at which it ends.</param>
public sealed record PlannedSearch(string Problem, int Seed, int Work, string Until)
{
    /// <summary>As a line of the problem's file of cases.</summary>
    public string Line(string measure) => $"{Problem} {Seed} {Work} {Until} {measure}";
}
