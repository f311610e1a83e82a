using Cambrian.Report;
using Cambrian.Terminal;

namespace Cambrian.Studies;

/// <summary>The best training score over the evaluations, mean over seeds, arm by arm.</summary>
internal sealed class CurvesPlot(Evidence evidence, ScoreFormat format)
{
    private const int Places = 60;

    /// <summary>The plot in both sizes.</summary>
    public Markup Draw() => PlotFrame.Both("Best training score over the evaluations of each arm", Draw);

    private Markup Draw(PlotFrame frame)
    {
        var last = evidence.Full.Max(trial => trial.Evaluations);
        var curves = evidence.Arms.Where(arm => !Evidence.IsOfImprovers(arm.Key)).Select(arm => (arm.Key, Means: Mean([.. arm], last))).ToList();
        var scores = curves.SelectMany(curve => curve.Means).Where(double.IsFinite).ToList();
        var across = Axis.Counting(last, frame.Across.From, frame.Across.To - 90);
        var up = Axis.Linear(scores.Min(), scores.Max() + (0.05 * (scores.Max() - scores.Min())), frame.Up.From, frame.Up.To);
        var lines = curves.Index().Select(curve => Line(across, up, curve.Item, (curve.Index, last)));
        return Markup.Of($"{frame.Grid(across, "evaluation", up, format.Unit.Length > 0 ? format.Unit : "score")}{lines}{Names(curves, across, up, last)}");
    }

    private static Markup Line(Axis across, Axis up, (string Arm, double[] Means) curve, (int Index, int Last) place)
    {
        var points = curve.Means.Index().Where(point => double.IsFinite(point.Item)).Select(point => Markup.Of($"{across.At(place.Last * (point.Index + 1.0) / Places)},{up.At(point.Item)} "));
        return Markup.Of($"<polyline class=\"{(curve.Arm == StudyPlan.Full ? "best" : $"arm arm{place.Index % 4}")}\" points=\"{points}\"><title>{curve.Arm}</title></polyline>");
    }

    // Names that would overlap move down, in the order of their curves' ends.
    private static IEnumerable<Markup> Names(IEnumerable<(string Arm, double[] Means)> curves, Axis across, Axis up, int last)
    {
        var lowest = double.NegativeInfinity;
        foreach (var (arm, means) in curves.OrderByDescending(curve => curve.Means[^1]))
        {
            lowest = Math.Max(lowest + 14, up.At(means[^1]) + 4);
            yield return Markup.Of($"<text class=\"tick\" x=\"{across.At(last) + 6}\" y=\"{lowest}\">{arm}</text>");
        }
    }

    private double[] Mean(Trial[] trials, int last) =>
    [
        .. Enumerable.Range(1, Places).Select(place => trials.Average(trial =>
            format.Own(trial.Curve.Where(point => point.Evaluations <= (double)last * place / Places).Select(point => point.Best).DefaultIfEmpty(trial.Curve[0].Best).Last()))),
    ];
}
