using System.Globalization;
using Cambrian.Bench.Measuring;

namespace Cambrian.Bench.Policies;

/// <summary>What a search policy is worth on problems of a family that no search for policies sees: work and processor time to a threshold, next to the policy written by hand.</summary>
public sealed class PolicyBenchmark : IBenchmark
{
    private const string Folder = "problems/engine-policy";

    // Scores that the policy written by hand reached in 10 and 9 of 12 searches with seeds 1001 to 1012, before any other policy was tried.
    private static readonly (string Problem, string Until)[] Families = [("dispatch", "-0.47"), ("tour", "-0.95")];

    /// <inheritdoc/>
    public string Name => "policy";

    /// <inheritdoc/>
    public string Purpose => "a search policy (--policy FILE; default the engine's own) against the one written by hand, on sealed problems (--seeds 20; some minutes)";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var hand = arguments.Text("hand") ?? Repository.Find($"{Folder}/references/Hand.cs");
        var policy = arguments.Text("policy") ?? Repository.Find($"{Folder}/seed/SearchPolicy.cs");
        var (seeds, first, work) = (arguments.Number("seeds", 20), arguments.Number("first", 2001), arguments.Number("work", 6_000));
        var problem = arguments.Text("problem");
        var until = arguments.Text("until");
        arguments.RequireAllKnown();
        var searches = (problem is null ? Families : [(problem, until ?? "1e9")]).SelectMany(family => Enumerable.Range(first, seeds).Select(seed => new PlannedSearch(family.Item1, seed, work, family.Item2))).ToList();
        await using var trial = await PolicyTrial.OpenAsync(searches, cancellation);

        // In turn, so that what disturbs the machine disturbs both. The work repeats exactly, the time does not: the least counts. A first
        // pass of each is for the just-in-time compiler.
        List<PolicyTrial.Cost[]> passes = [];
        foreach (var file in new[] { hand, policy, hand, policy, policy, hand, hand, policy })
        {
            passes.Add([.. await trial.RunAsync(await File.ReadAllTextAsync(file, cancellation), cancellation)]);
        }

        return Describe(searches, Least(passes[2], passes[5], passes[6]), Least(passes[3], passes[4], passes[7]), work);
    }

    private static PolicyTrial.Cost[] Least(params PolicyTrial.Cost[][] passes) =>
        [.. passes[0].Select((cost, search) => cost with { Seconds = passes.Min(pass => pass[search].Seconds) })];

    private static Report Describe(List<PlannedSearch> searches, PolicyTrial.Cost[] hand, PolicyTrial.Cost[] policy, int work)
    {
        var report = new Report("Search policy");
        var table = new Table("To the threshold: means over paired seeds; the ratio of geometric means with its 95 % interval (bootstrap over seeds); above 1 the policy is faster.",
            ["family", "threshold", "seeds", "reached: hand", "policy", "work: hand", "policy", "ratio", "CPU-s: hand", "policy", "ratio"]);
        foreach (var family in searches.Index().GroupBy(indexed => indexed.Item.Problem).Select(group => (Name: group.Key, Places: group.Select(indexed => indexed.Index).ToList())).Append(("all", [.. Enumerable.Range(0, searches.Count)])))
        {
            var (mine, its) = (family.Places.ConvertAll(place => policy[place]), family.Places.ConvertAll(place => hand[place]));
            var (inWork, inTime) = (Speedup.Of(its.Select(cost => cost.Work), mine.Select(cost => cost.Work)), Speedup.Of(its.Select(cost => cost.Seconds), mine.Select(cost => cost.Seconds)));
            table.Add(family.Name, family.Name == "all" ? "" : searches[family.Places[0]].Until, $"{family.Places.Count}", its.Count(cost => cost.Work < work), mine.Count(cost => cost.Work < work),
                its.Average(cost => cost.Work), mine.Average(cost => cost.Work), inWork, its.Average(cost => cost.Seconds), mine.Average(cost => cost.Seconds), inTime);
            if (family.Name == "all")
            {
                report.AtLeast(1.3, "processor time of the policy written by hand, over the policy's", inTime.Ratio);
                report.AtLeast(1, "the interval's lower end", inTime.Lower);
            }
        }

        report.Note($"A search that does not reach its threshold counts with what it took to work {work.ToString("N0", CultureInfo.InvariantCulture)}, where it ends.");
        report.Add(table);
        return report;
    }
}
