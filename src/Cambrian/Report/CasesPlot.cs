using System.Collections.Immutable;
using Cambrian.Terminal;

namespace Cambrian.Report;

/// <summary>Training score of each case, of the seed and of the winner.</summary>
internal sealed class CasesPlot(ScoreFormat format, ImmutableArray<double> seed, ImmutableArray<double> winner)
{
    private const int Most = 80;

    /// <summary>How many cases are drawn.</summary>
    public int Shown => Math.Min(Most, Math.Min(seed.Length, winner.Length));

    /// <summary>The plot in both sizes.</summary>
    public Markup Draw() => PlotFrame.Both("Training score of each case, seed against winner", Draw);

    private Markup Draw(PlotFrame frame)
    {
        var scores = seed.Take(Shown).Concat(winner.Take(Shown)).Select(format.Own).ToList();
        var margin = Math.Max(1e-9, 0.06 * (scores.Max() - scores.Min()));
        var across = Axis.Linear(0, Math.Max(1, Shown - 1), frame.Across.From + 6, frame.Across.To - 6);
        var up = Axis.Linear(scores.Min() - margin, scores.Max() + margin, frame.Up.From, frame.Up.To);
        var cases = Enumerable.Range(0, Shown).Select(index => Case(across.At(index), up, index));
        return Markup.Of($"{frame.Grid(across, "case", up, format.Unit.Length > 0 ? format.Unit : "score")}{cases}");
    }

    private Markup Case(double x, Axis up, int index)
    {
        var (from, to) = (up.At(format.Own(seed[index])), up.At(format.Own(winner[index])));
        var kind = winner[index] >= seed[index] ? "gained" : "lost";
        return Markup.Of(
            $"<g><title>case {index}: {format.Oriented(seed[index])} → {format.Oriented(winner[index])}</title><line class=\"{kind}\" x1=\"{x}\" x2=\"{x}\" y1=\"{from}\" y2=\"{to}\"/><circle class=\"mate\" cx=\"{x}\" cy=\"{from}\" r=\"3\"/><circle class=\"bestdot\" cx=\"{x}\" cy=\"{to}\" r=\"3\"/></g>");
    }
}
