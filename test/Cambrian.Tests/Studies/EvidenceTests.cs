using Cambrian.Core;
using Cambrian.Studies;
using Cambrian.Terminal;

namespace Cambrian.Tests.Studies;

public sealed class EvidenceTests
{
    [Fact]
    public void A_claim_is_made_only_where_the_interval_leaves_out_zero()
    {
        var evidence = new Evidence("p", [.. Arm("default", 0.5, 0.02), .. Arm("random", 0.5, 0.021, turned: true), .. Arm("greedy", 0.7, 0.02)]);

        var claims = evidence.Claims.ToList();

        Assert.Equal(["shown", "no evidence", "the opposite is shown"], claims.Select(claim => claim.Verdict));
        Assert.Contains(claims, claim => claim.Text.Contains("'random'", StringComparison.Ordinal) && !claim.Holds);
    }

    [Fact]
    public void Pairs_are_trials_of_equal_seeds_and_others_are_left_out()
    {
        var evidence = new Evidence("p", [.. Arm("default", 0.5, 0.02), .. Arm("random", 0.4, 0.02).Take(4)]);

        Assert.Equal(4, evidence.Claims.Last().Comparison!.Pairs);
    }

    [Fact]
    public void Ratios_compare_the_winners_metrics_with_the_seeds_and_with_what_a_person_wrote()
    {
        var hand = Trial("Hand", 0, 0.4) with { Metrics = Metric(0.2) };
        var evidence = new Evidence("p", [hand, .. Arm("default", 0.5, 0).Select(trial => trial with { Metrics = Metric(0.3), StartMetrics = Metric(0.1) })]);

        Assert.Equal([("the seed", 3.0), ("Hand", 1.5)], evidence.Ratios.Select(ratio => (ratio.Against, Math.Round(ratio.Ratio, 9))));
    }

    [Fact]
    public void Few_pairs_show_nothing_however_far_apart_they_are()
    {
        var evidence = new Evidence("p", [.. Arm("default", 0.9, 0.02).Take(9), .. Arm("random", 0.5, 0.02).Take(9)]);

        var text = string.Join('\n', new EvidenceText(evidence, new ScoreFormat(Direction.Maximise, "share")).Lines());

        Assert.All(evidence.Claims, claim => Assert.Equal((false, "too few seeds"), (claim.Holds, claim.Verdict)));
        Assert.Contains("TOO FEW SEEDS  the full loop beats 'random'", text, StringComparison.Ordinal);
        Assert.Contains("With 9 seeds", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_takes_up_its_trials_again_and_a_line_cut_short_costs_that_trial_alone()
    {
        var place = Directory.CreateTempSubdirectory("cambrian-study-").FullName;
        try
        {
            var study = StudyRecord.Open(Path.Combine(place, "study"));
            study.Add(Trial("default", 1, 0.5) with { Curve = [new CurvePoint(3, 0.25)] });
            File.AppendAllText(Path.Combine(place, "study", StudyRecord.File), "{\"arm\":\"default\",\"se");
            StudyRecord.Open(Path.Combine(place, "study")).Add(Trial("default", 2, 0.6));

            var again = StudyRecord.Open(Path.Combine(place, "study"));

            Assert.Equal([1, 2], again.Trials.Select(trial => trial.Seed));
            Assert.Equal(new CurvePoint(3, 0.25), again.Find("default", 1)!.Curve.Single());
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private static Dictionary<string, double> Metric(double value) => new(StringComparer.Ordinal) { ["imp"] = value };

    private static IEnumerable<Trial> Arm(string name, double mean, double spread, bool turned = false) =>
        Enumerable.Range(1, 10).Select(seed => Trial(name, seed, mean + (spread * (turned ? 5.5 - seed : seed - 5.5) / 2)));

    private static Trial Trial(string arm, int seed, double score) => new() { Arm = arm, Seed = seed, Run = $"{arm}-{seed}", Score = score, Start = 0.3, Steps = 10, Evaluations = 10 };
}
