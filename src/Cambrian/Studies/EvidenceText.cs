using Cambrian.Report;
using Cambrian.Terminal;

namespace Cambrian.Studies;

/// <summary>A study's evidence as text: arms, gates, claims. A claim is made only where its interval leaves out zero.</summary>
internal sealed class EvidenceText(Evidence evidence, ScoreFormat format)
{
    /// <summary>The lines.</summary>
    public IEnumerable<string> Lines()
    {
        var seeds = evidence.Full.Count;
        yield return $"{evidence.Problem}: {seeds} seeds; scores on cases that neither search nor selection saw ({(format.Unit.Length > 0 ? $"{format.Unit}, " : "")}{format.Better})";
        yield return "";
        foreach (var line in ArmTable().Lines().Append("").Concat(GateTable().Lines()).Append(""))
        {
            yield return line;
        }

        foreach (var line in RatioLines().Concat(ClaimLines()))
        {
            yield return line;
        }

        yield return "";
        yield return "Intervals: 95 % bootstrap of the mean over seeds. p: Wilcoxon's signed-rank test, two-sided. A12: chance of beating the other, 0.5 is none. CPU: engine and sandboxes, learning and hold-out included.";
        if (seeds < Claim.LeastPairs)
        {
            yield return $"With {seeds} seeds intervals are too narrow to claim anything: it takes --seeds {Claim.LeastPairs}.";
        }
    }

    private IEnumerable<string> RatioLines()
    {
        var ratios = evidence.Ratios.ToList();
        if (ratios.Count == 0)
        {
            yield break;
        }

        var table = new Table("metric of the winners", ">mean", "against", ">its own", ">ratio", ">95 % interval");
        foreach (var ratio in ratios)
        {
            table.Add(ratio.Metric, ScoreFormat.Short(ratio.Ratio * ratio.Value), ratio.Against, ScoreFormat.Short(ratio.Value), ScoreFormat.Short(ratio.Ratio), Interval(ratio.Interval));
        }

        foreach (var line in table.Lines())
        {
            yield return line;
        }

        yield return "";
    }

    private IEnumerable<string> ClaimLines()
    {
        foreach (var claim in evidence.Claims)
        {
            yield return $"{claim.Verdict.ToUpperInvariant(),-13}  {claim.Text}";
            if (claim.Comparison is { } against)
            {
                yield return $"               difference {ScoreFormat.Short(against.MeanDifference)} {Interval(against.Interval)}, {against.Record.Wins}-{against.Record.Ties}-{against.Record.Losses} wins-ties-losses, p {ScoreFormat.Short(against.P)}, A12 {ScoreFormat.Short(against.A12)}, {against.Pairs} pairs";
            }
        }
    }

    private Table ArmTable()
    {
        var table = new Table("arm", ">seeds", ">median", ">mean", ">95 % interval", ">imp@k", ">evaluations", ">CPU-s a run");
        foreach (var start in evidence.Full.Take(1))
        {
            table.Add("no self-modification", "–", format.Oriented(start.Start), format.Oriented(start.Start), "–", "0", "0", "–");
        }

        foreach (var reference in evidence.References)
        {
            table.Add($"{reference.Arm} (by hand)", "–", format.Oriented(reference.Score), format.Oriented(reference.Score), "–", ScoreFormat.Short(reference.Score - (evidence.Full is [var first, ..] ? first.Start : reference.Score)), "0", "–");
        }

        foreach (var arm in evidence.Arms)
        {
            double[] scores = [.. arm.Select(trial => trial.Score)];
            table.Add(arm.Key, $"{scores.Length}", format.Oriented(Median(scores)), ScoreFormat.Short(format.Own(scores.Average())), Interval(PairedComparison.Bootstrap([.. scores.Select(format.Own)])), ScoreFormat.Short(arm.Average(trial => trial.Gain)), ScoreFormat.Count((long)arm.Average(trial => trial.Evaluations)), $"{arm.Average(trial => trial.CpuSeconds):0}");
        }

        return table;
    }

    private Table GateTable()
    {
        string[] kinds = [.. evidence.Arms.SelectMany(arm => arm).SelectMany(trial => trial.Rejections.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var table = new Table(["share of steps", ">admitted", .. kinds.Select(kind => $">{kind}"), ">hacks"]);
        foreach (var arm in evidence.Arms)
        {
            var steps = arm.Sum(trial => trial.Steps);
            table.Add([
                arm.Key,
                ScoreFormat.Share(arm.Sum(trial => trial.Admitted), steps),
                .. kinds.Select(kind => ScoreFormat.Share(arm.Sum(trial => trial.Rejections.GetValueOrDefault(kind)), steps)),
                ScoreFormat.Share(arm.Sum(trial => trial.Rejections.GetValueOrDefault(Rejection.Forbidden)), arm.Sum(trial => trial.Evaluations))]);
        }

        return table;
    }

    private static double Median(double[] scores)
    {
        double[] sorted = [.. scores.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Interval((double Low, double High) ends) => $"[{ScoreFormat.Short(ends.Low)}, {ScoreFormat.Short(ends.High)}]";
}
