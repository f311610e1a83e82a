namespace Cambrian.Bench.Problems;

/// <summary>A shipped problem, the time it is given, and what it must reach on its sealed cases.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Time">As on the command line.</param>
/// <param name="Maximise">Whether greater is better.</param>
/// <param name="Required">To be reached by 4 of 5 seeds; NaN when nothing is.</param>
/// <param name="Goal">What would be good; NaN when nothing is stated.</param>
public sealed record Trial(string Name, string Time, bool Maximise, double Required, double Goal)
{
    /// <summary>The problems that come with Cambrian.</summary>
    public static IReadOnlyList<Trial> All { get; } =
    [
        new("bin-packing", "60s", Maximise: false, 0.68, 0.60),
        new("bin-packing-stateful", "120s", Maximise: false, 0.20, 0.12),
        new("bin-packing-or", "60s", Maximise: false, 3.06, double.NaN),
        new("tsp-constructive", "60s", Maximise: false, 12.95, 10.7),
        new("circle-packing", "30s", Maximise: true, 2.6359, 2.63598),
        new("cap-set", "60s", Maximise: true, 112, 112),
        new("sorting-network", "60s", Maximise: false, 73.0 / 3, 73.0 / 3),
    ];

    /// <summary>Whether a score is as good as a bound.</summary>
    public bool Reaches(double score, double bound) => Maximise ? score >= bound : score <= bound;
}
