using System.Text.Json;
using Cambrian.Core;
using Cambrian.Terminal;

namespace Cambrian.Report;

/// <summary>The default strategy against the others at the same budget on the same seeds.</summary>
/// <param name="Problem">The problem's name.</param>
/// <param name="Budget">Of each run.</param>
/// <param name="Seeds">The seeds all arms had.</param>
/// <param name="Cases">Which cases the scores are of: "sealed test", "validation" or "training".</param>
/// <param name="Arms">The default first.</param>
internal sealed record StrategyComparison(string Problem, Budget Budget, IReadOnlyList<int> Seeds, string Cases, IReadOnlyList<Arm> Arms)
{
    private const int FewSeeds = 5;
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The default against each other arm.</summary>
    public IEnumerable<(string Strategy, PairedComparison Against)> Comparisons =>
        Arms.Skip(1).Select(arm => (arm.Strategy, PairedComparison.Of(Arms[0].Scores, arm.Scores)));

    /// <summary>Two tables and what may be concluded from them.</summary>
    public IEnumerable<string> Lines(ScoreFormat format)
    {
        var unit = format.Unit.Length > 0 ? $"{PlainText.Line(format.Unit, 60)}, " : "";
        yield return $"{Problem}: {RunHeading.Describe(Budget)} per run, {Seeds.Count} seeds; score of each run's winner on the {Cases} cases ({unit}{format.Better})";
        yield return "";
        foreach (var line in ArmTable(format).Lines().Append("").Concat(DifferenceTable().Lines()))
        {
            yield return line;
        }

        yield return "";
        yield return $"Differences: how much better '{Arms[0].Strategy}' is, pair by pair; 95 % bootstrap interval of the mean. p: Wilcoxon's signed-rank test. A12: chance that it beats the other, 0.5 is none.";
        foreach (var (strategy, against) in Comparisons.Where(comparison => !comparison.Against.IsShown))
        {
            yield return $"Against '{strategy}' nothing is shown: the interval includes zero{(against.Pairs < FewSeeds ? "" : ", more seeds would narrow it")}.";
        }

        if (Seeds.Count < FewSeeds)
        {
            yield return $"With {Seeds.Count} seeds the intervals are too narrow; use --seeds {FewSeeds} or more before you believe them.";
        }
    }

    /// <summary>One line of JSON; scores in the problem's own direction, differences above zero where the default is better.</summary>
    public string ToJson(ScoreFormat format) => JsonSerializer.Serialize(
        new
        {
            Problem,
            Budget = new { Budget.Steps, Budget.Evaluations, Seconds = Budget.Time?.TotalSeconds },
            Seeds,
            Cases,
            Arms = Arms.Select(arm => new { arm.Strategy, Scores = arm.Scores.Select(format.Own), arm.Evaluations, CpuSeconds = Math.Round(arm.Cpu.TotalSeconds, 2) }),
            Comparisons = Comparisons.Select(pair => new
            {
                Against = pair.Strategy,
                pair.Against.MeanDifference,
                Low = pair.Against.Interval.Low,
                High = pair.Against.Interval.High,
                pair.Against.Record.Wins,
                pair.Against.Record.Ties,
                pair.Against.Record.Losses,
                pair.Against.P,
                pair.Against.A12,
                pair.Against.D,
            }),
        },
        Json);

    private Table ArmTable(ScoreFormat format)
    {
        var table = new Table("strategy", ">mean", ">median", ">best", ">worst", ">admitted", ">evaluations", ">CPU");
        foreach (var arm in Arms)
        {
            var sorted = arm.Scores.Order().ToList();
            table.Add(
                arm.Strategy,
                format.Oriented(arm.Scores.Average()),
                format.Oriented((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2),
                format.Oriented(sorted[^1]),
                format.Oriented(sorted[0]),
                ScoreFormat.Share(arm.Admitted, arm.Steps),
                ScoreFormat.Count(arm.Evaluations),
                Durations.Format(arm.Cpu));
        }

        return table;
    }

    private Table DifferenceTable()
    {
        var table = new Table($"{Arms[0].Strategy} against", ">difference", ">95 % interval", ">wins-ties-losses", ">p", ">A12", ">d");
        foreach (var (strategy, against) in Comparisons)
        {
            table.Add(
                strategy,
                ScoreFormat.Short(against.MeanDifference),
                $"[{ScoreFormat.Short(against.Interval.Low)}, {ScoreFormat.Short(against.Interval.High)}]",
                $"{against.Record.Wins}-{against.Record.Ties}-{against.Record.Losses}",
                ScoreFormat.Short(against.P),
                ScoreFormat.Short(against.A12),
                against.D is { } d ? ScoreFormat.Short(d) : "–");
        }

        return table;
    }
}
