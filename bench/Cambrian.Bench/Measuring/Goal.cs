namespace Cambrian.Bench.Measuring;

/// <summary>A figure beside what it should be.</summary>
/// <param name="What">The figure, with its unit.</param>
/// <param name="Measured">What came out.</param>
/// <param name="Least">What it should be at least; negative infinity for no such bound.</param>
/// <param name="Most">What it should be at most; infinity for no such bound.</param>
public sealed record Goal(string What, double Measured, double Least, double Most)
{
    /// <summary>Whether the figure is within its bounds; NaN never is.</summary>
    public bool IsMet => Measured >= Least && Measured <= Most;

    /// <summary>The bounds in a word.</summary>
    public string Wanted => double.IsFinite(Least) ? $"≥ {Table.Number(Least)}" : $"≤ {Table.Number(Most)}";
}
