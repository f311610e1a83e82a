using Cambrian.Algorithms.Folders;
using Cambrian.Terminal;

namespace Cambrian.Report;

/// <summary>The best score over the steps, the scores of the other children behind it, published values as lines.</summary>
internal sealed class ProgressPlot(ReportSubject subject)
{
    private const int LogarithmicFrom = 300;
    private readonly RunReading _reading = subject.Reading;
    private readonly ScoreFormat _format = subject.Format;

    /// <summary>The plot in both sizes.</summary>
    public Markup Draw() => PlotFrame.Both("Best training score over the steps of the run", Draw);

    private Markup Draw(PlotFrame frame)
    {
        var last = Math.Max(1, _reading.Steps - 1);
        var (left, right) = frame.Across;
        var across = last >= LogarithmicFrom ? Axis.Logarithmic(last, left, right) : Axis.Counting(last, left, right);
        var (low, high) = Range();
        var up = Axis.Linear(low, high, frame.Up.From, frame.Up.To);
        var dots = _reading.Sample.Points.Where(point => up.Holds(_format.Own(point.Score))).Select(point =>
            Markup.Of($"<circle class=\"child\" cx=\"{across.At(point.Step)}\" cy=\"{up.At(_format.Own(point.Score))}\" r=\"1.6\"/>"));
        return Markup.Of($"{frame.Grid(across, across.IsLogarithmic ? "step (logarithmic)" : "step", up, _format.Unit.Length > 0 ? _format.Unit : "score")}{dots}{KnownLines(frame, up)}{Staircase(across, up, last)}{Bests(across, up)}{KnownNames(frame, up)}");
    }

    // From the seed to the best and a quarter more; what is far worse than the seed would flatten what matters.
    private (double Low, double High) Range()
    {
        var scores = _reading.Curve.Points.Select(point => _format.Own(point.Score)).ToList();
        var (low, high) = (scores.Min(), scores.Max());
        var margin = high > low ? 0.2 * (high - low) : Math.Max(1e-6, Math.Abs(high) * 0.05);
        var (bottom, top) = (low - margin, high + margin);
        if (KnownValues.Best(subject.Folder.File) is { } known && known.Value > bottom - (2 * (top - bottom)) && known.Value < top + (2 * (top - bottom)))
        {
            (bottom, top) = (Math.Min(bottom, known.Value - (margin / 2)), Math.Max(top, known.Value + (margin / 2)));
        }

        return low >= 0 ? (Math.Max(0, bottom), top) : (bottom, top);
    }

    private IEnumerable<Markup> KnownLines(PlotFrame frame, Axis up) => Visible(up).Select(known => Markup.Of(
        $"<line class=\"known\" x1=\"{frame.Across.From}\" x2=\"{frame.Across.To}\" y1=\"{up.At(known.Value)}\" y2=\"{up.At(known.Value)}\"/>"));

    private IEnumerable<Markup> KnownNames(PlotFrame frame, Axis up) => Visible(up).Select(known => Markup.Of(
        $"<text class=\"knownname\" x=\"{frame.Across.From + 5}\" y=\"{up.At(known.Value) - 4}\">{PlainText.Line(known.Name, 30)} {ScoreFormat.Number(known.Value)}</text>"));

    // Names that would overlap are left out; the table below has them all.
    private List<KnownValueSection> Visible(Axis up)
    {
        List<KnownValueSection> visible = [];
        foreach (var known in KnownValues.Ranked(subject.Folder.File).Where(known => up.Holds(known.Value)))
        {
            if (visible.TrueForAll(other => Math.Abs(up.At(other.Value) - up.At(known.Value)) > 16))
            {
                visible.Add(known);
            }
        }

        return visible;
    }

    private Markup Staircase(Axis across, Axis up, int last)
    {
        var points = _reading.Curve.Points;
        var path = points.Select((point, index) => index == 0
            ? Markup.Of($"M{across.At(point.Step)} {up.At(_format.Own(point.Score))}")
            : Markup.Of($"H{across.At(point.Step)}V{up.At(_format.Own(point.Score))}"));
        return Markup.Of($"<path class=\"best\" d=\"{path}H{across.At(last)}\"/>");
    }

    private IEnumerable<Markup> Bests(Axis across, Axis up) => _reading.Curve.Points.Select(point => Markup.Of(
        $"<circle class=\"bestdot\" cx=\"{across.At(point.Step)}\" cy=\"{up.At(_format.Own(point.Score))}\" r=\"3\"><title>step {point.Step}: {_format.OrientedWithUnit(point.Score)}, made by {_reading.AncestorAt(point.Step)?.Origin}</title></circle>"));
}
