using Cambrian.Report;

namespace Cambrian.Studies;

/// <summary>What a study's trials say, and what they do not.</summary>
/// <param name="problem">The problem.</param>
/// <param name="trials">All trials.</param>
/// <param name="full">The arm whose claims are tested.</param>
internal sealed class Evidence(string problem, IReadOnlyList<Trial> trials, string full = StudyPlan.Full)
{
    // Every evaluation has it; it is no achievement.
    private const string Length = "length";

    /// <summary>The problem's name.</summary>
    public string Problem => problem;

    /// <summary>The arms that were run on seeds, in the order of their first trial.</summary>
    public IReadOnlyList<IGrouping<string, Trial>> Arms { get; } = [.. trials.Where(trial => trial.Seed > 0).GroupBy(trial => trial.Arm, StringComparer.Ordinal)];

    /// <summary>What a person wrote to compare with.</summary>
    public IReadOnlyList<Trial> References { get; } = [.. trials.Where(trial => trial.Seed == 0)];

    /// <summary>Trials of the arm whose claims are tested.</summary>
    public IReadOnlyList<Trial> Full => Of(full);

    /// <summary>The claims, in the order of what they take.</summary>
    public IEnumerable<Claim> Claims
    {
        get
        {
            yield return new Claim("self-modification improves agents: winners beat the seed on cases nobody saw", Full.Count == 0 ? null : PairedComparison.Of([.. Full.Select(trial => trial.Score)], [.. Full.Select(trial => trial.Start)]));
            foreach (var arm in Arms.Where(arm => arm.Key != full && !IsOfImprovers(arm.Key)))
            {
                yield return new Claim($"the full loop beats '{arm.Key}'{Meaning(arm.Key)} at the same budget", Paired(full, arm.Key));
            }

            if (Of(StudyPlan.SwapSeed).Count > 0)
            {
                yield return new Claim("recursion: the evolved improver, frozen, improves the seed agent of another domain more than the seed's improver does (improver swap)", Paired(StudyPlan.SwapEvolved, StudyPlan.SwapSeed));
                yield return new Claim("compounding: a second run that starts with the first one's improver beats one from scratch", Paired(StudyPlan.CompoundEvolved, StudyPlan.CompoundScratch));
            }
        }
    }

    /// <summary>How many times the seed's, or a reference's, number the full arm's is on average.</summary>
    public IEnumerable<MetricRatio> Ratios
    {
        get
        {
            foreach (var name in Full.SelectMany(trial => trial.Metrics.Keys).Distinct(StringComparer.Ordinal).Where(name => name != Length).Order(StringComparer.Ordinal))
            {
                double[] own = [.. Full.Select(trial => trial.Metrics.GetValueOrDefault(name, trial.StartMetrics.GetValueOrDefault(name)))];
                var others = References.Select(reference => (reference.Arm, Value: reference.Metrics.GetValueOrDefault(name)))
                    .Prepend((Arm: "the seed", Value: Full[0].StartMetrics.GetValueOrDefault(name)));
                foreach (var (against, value) in others.Where(other => other.Value > 0))
                {
                    yield return new MetricRatio(name, against, value, own.Average() / value, PairedComparison.Bootstrap([.. own.Select(number => number / value)]));
                }
            }
        }
    }

    /// <summary>Trials of one arm.</summary>
    public IReadOnlyList<Trial> Of(string arm) => [.. Arms.FirstOrDefault(group => group.Key == arm) ?? Enumerable.Empty<Trial>()];

    /// <summary>Whether an arm tests improvers by themselves, in another domain.</summary>
    public static bool IsOfImprovers(string arm) => arm is StudyPlan.SwapSeed or StudyPlan.SwapEvolved or StudyPlan.CompoundEvolved or StudyPlan.CompoundScratch;

    private PairedComparison? Paired(string first, string second)
    {
        var pairs = Of(first).Join(Of(second), trial => trial.Seed, trial => trial.Seed, (a, b) => (a, b)).ToList();
        return pairs.Count == 0 ? null : PairedComparison.Of([.. pairs.Select(pair => pair.a.Score)], [.. pairs.Select(pair => pair.b.Score)]);
    }

    private static string Meaning(string arm) => arm switch
    {
        Catalog.EditableSelection => " (agents also edit the rule that chooses whose turn it is)",
        "adas" => " (the seed's improver for everybody: nobody improves the improver)",
        "no-archive" => " (a chain without an archive)",
        "greedy" => " (always the best as parent)",
        "random" => " (fresh edits of the seed, no selection)",
        _ => "",
    };
}
