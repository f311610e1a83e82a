using Cambrian.Core;
using Cambrian.Terminal;

namespace Cambrian.Report;

/// <summary>The archive as a tree: agents by their step and score, joined to the parents that made them.</summary>
/// <param name="reading">The run.</param>
/// <param name="winner">Whose line is strong.</param>
/// <param name="format">How scores are written.</param>
internal sealed class TreePlot(RunReading reading, Candidate winner, ScoreFormat format)
{
    /// <summary>The plot in both sizes.</summary>
    public Markup Draw() => PlotFrame.Both("Archive tree: agents by step and score, joined to their parents", Draw);

    private Markup Draw(PlotFrame frame)
    {
        var agents = reading.Ancestors;
        var scores = agents.Select(agent => format.Own(agent.Score)).ToList();
        var margin = Math.Max(1e-9, 0.05 * (scores.Max() - scores.Min()));
        var across = Axis.Counting(reading.Steps - 1, frame.Across.From + 4, frame.Across.To - 4);
        var up = Axis.Linear(scores.Min() - margin, scores.Max() + margin, frame.Up.From, frame.Up.To);
        var line = reading.LineageOf(winner).Select(agent => agent.Step).ToHashSet();
        var joins = agents.Where(agent => agent.Parents.Count > 0).Select(agent => Join(across, up, reading.AncestorAt(agent.Parents[0]), agent, line.Contains(agent.Step)));
        var dots = agents.Select(agent => Markup.Of(
            $"<circle class=\"{(line.Contains(agent.Step) ? "bestdot" : "child")}\" cx=\"{across.At(agent.Step)}\" cy=\"{up.At(format.Own(agent.Score))}\" r=\"{(line.Contains(agent.Step) ? 3.5 : 2)}\"><title>step {agent.Step}: {format.OrientedWithUnit(agent.Score)}</title></circle>"));
        return Markup.Of($"{frame.Grid(across, "step", up, format.Unit.Length > 0 ? format.Unit : "score")}{joins}{dots}");
    }

    private Markup Join(Axis across, Axis up, Ancestor? parent, Ancestor child, bool ofWinner) => parent is null ? Markup.None : Markup.Of(
        $"<line class=\"{(ofWinner ? "best" : "mating")}\" x1=\"{across.At(parent.Step)}\" y1=\"{up.At(format.Own(parent.Score))}\" x2=\"{across.At(child.Step)}\" y2=\"{up.At(format.Own(child.Score))}\"/>");
}
