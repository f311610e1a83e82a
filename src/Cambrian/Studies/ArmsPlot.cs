using Cambrian.Report;
using Cambrian.Terminal;

namespace Cambrian.Studies;

/// <summary>Every trial's score, arm by arm, with means and intervals.</summary>
internal sealed class ArmsPlot(Evidence evidence, ScoreFormat format)
{
    /// <summary>The plot in both sizes.</summary>
    public Markup Draw() => PlotFrame.Both("Scores of the winners of each arm", Draw);

    private Markup Draw(PlotFrame frame)
    {
        var arms = evidence.Arms.Where(arm => !Evidence.IsOfImprovers(arm.Key)).ToList();
        var known = evidence.References.Select(reference => (Name: $"{reference.Arm}, by hand", Score: format.Own(reference.Score)))
            .Prepend((Name: "seed", Score: format.Own(evidence.Full[0].Start))).ToList();
        var scores = arms.SelectMany(arm => arm).Select(trial => format.Own(trial.Score)).Concat(known.Select(other => other.Score)).ToList();
        var margin = Math.Max(1e-9, 0.1 * (scores.Max() - scores.Min()));
        var up = Axis.Linear(scores.Min() - margin, scores.Max() + margin, frame.Up.From, frame.Up.To);
        var (left, right) = frame.Across;
        double At(double place) => left + ((place + 0.5) / arms.Count * (right - left));
        var lines = known.Select(other => Markup.Of(
            $"<line class=\"known\" x1=\"{left}\" x2=\"{right}\" y1=\"{up.At(other.Score)}\" y2=\"{up.At(other.Score)}\"/><text class=\"knownname\" x=\"{left + 5}\" y=\"{up.At(other.Score) - 4}\">{other.Name}</text>"));
        var rows = up.Ticks(5).Select(tick => Markup.Of(
            $"<line class=\"grid\" x1=\"{left}\" x2=\"{right}\" y1=\"{up.At(tick)}\" y2=\"{up.At(tick)}\"/><text class=\"tick end\" x=\"{left - 6}\" y=\"{up.At(tick) + 4}\">{Axis.Label(tick)}</text>"));
        var columns = arms.Index().Select(arm => Markup.Of(
            $"<text class=\"tick middle\" x=\"{At(arm.Index)}\" y=\"{frame.Up.From + 17}\">{arm.Item.Key}</text>{Column(At(arm.Index), up, [.. arm.Item])}"));
        return Markup.Of($"{rows}{lines}{columns}");
    }

    private Markup Column(double x, Axis up, Trial[] trials)
    {
        double[] scores = [.. trials.Select(trial => format.Own(trial.Score))];
        var (low, high) = PairedComparison.Bootstrap(scores);
        var dots = trials.Index().Select(trial => Markup.Of(
            $"<circle class=\"mate\" cx=\"{x - 12}\" cy=\"{up.At(scores[trial.Index])}\" r=\"3\"><title>seed {trial.Item.Seed}: {ScoreFormat.Number(scores[trial.Index])}</title></circle>"));
        return Markup.Of($"{dots}<line class=\"best\" x1=\"{x}\" x2=\"{x}\" y1=\"{up.At(low)}\" y2=\"{up.At(high)}\"/><circle class=\"bestdot\" cx=\"{x}\" cy=\"{up.At(scores.Average())}\" r=\"4\"><title>mean {ScoreFormat.Number(scores.Average())}</title></circle>");
    }
}
