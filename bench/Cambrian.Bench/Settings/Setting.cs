using System.Globalization;

namespace Cambrian.Bench.Settings;

/// <summary>Instances of one kind: Weibull items of so many to an instance, in bins of one capacity.</summary>
/// <param name="Capacity">Of a bin.</param>
/// <param name="Items">In an instance.</param>
/// <param name="Instances">How many.</param>
public sealed record Setting(int Capacity, int Items, int Instances)
{
    private const int Seed = 3;

    /// <summary>The capacities of published tables, from a fifth of the items trained on to twenty times as many.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        .. from capacity in (int[])[100, 500]
           from size in ((int Items, int Instances)[])[(1_000, 20), (5_000, 20), (10_000, 10), (100_000, 5)]
           select new Setting(capacity, size.Items, size.Instances),
    ];

    /// <summary>The instances, in the lines of the problem's own data file: the capacity, then the items in order.</summary>
    public IEnumerable<string> Lines()
    {
        var random = new Random(Seed);
        for (var instance = 0; instance < Instances; instance++)
        {
            yield return string.Join(' ', Enumerable.Range(0, Items).Select(_ => Item(random)).Prepend(Capacity).Select(number => number.ToString(CultureInfo.InvariantCulture)));
        }
    }

    // round(min(45 · Weibull(shape 3), 100)), as in FunSearch and EoH.
    private static int Item(Random random) => (int)Math.Max(1, Math.Round(Math.Min(45 * Math.Pow(-Math.Log(1 - random.NextDouble()), 1.0 / 3), 100)));
}
