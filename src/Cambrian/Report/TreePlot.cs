using Cambrian.Core;
using Cambrian.Report;
using Cambrian.Terminal;

namespace Cambrian.Studies;

/// <summary>The archive as a tree: agents by their step and score, joined to the parents that made them.</summary>
internal sealed class TreePlot(IReadOnlyList<Step> steps, ScoreFormat format)
{
    /// <summary>The plot in both sizes.</summary>
    public Markup Draw() => PlotFrame.Both("Archive tree: agents by step and score, joined to their parents", Draw);

    private Markup Draw(PlotFrame frame)
    {
        var agents = steps.Select(step => step.Admitted).OfType<Candidate>().ToDictionary(agent => agent.Step);
        var scores = agents.Values.Select(agent => format.Own(agent.Score)).ToList();
        var margin = Math.Max(1e-9, 0.05 * (scores.Max() - scores.Min()));
        var across = Axis.Counting(steps.Count - 1, frame.Across.From + 4, frame.Across.To - 4);
        var up = Axis.Linear(scores.Min() - margin, scores.Max() + margin, frame.Up.From, frame.Up.To);
        var line = Line(agents);
        var joins = agents.Values.Where(agent => agent.Parents.Count > 0 && agents.ContainsKey(agent.Parents[0])).Select(agent => Join(across, up, agents[agent.Parents[0]], agent, line.Contains(agent.Step)));
        var dots = agents.Values.Select(agent => Markup.Of(
            $"<circle class=\"{(line.Contains(agent.Step) ? "bestdot" : "child")}\" cx=\"{across.At(agent.Step)}\" cy=\"{up.At(format.Own(agent.Score))}\" r=\"{(line.Contains(agent.Step) ? 3.5 : 2)}\"><title>step {agent.Step}: {format.OrientedWithUnit(agent.Score)}</title></circle>"));
        return Markup.Of($"{frame.Grid(across, "step", up, format.Unit.Length > 0 ? format.Unit : "score")}{joins}{dots}");
    }

    private Markup Join(Axis across, Axis up, Candidate parent, Candidate child, bool ofWinner) => Markup.Of(
        $"<line class=\"{(ofWinner ? "best" : "mating")}\" x1=\"{across.At(parent.Step)}\" y1=\"{up.At(format.Own(parent.Score))}\" x2=\"{across.At(child.Step)}\" y2=\"{up.At(format.Own(child.Score))}\"/>");

    private static HashSet<int> Line(Dictionary<int, Candidate> agents)
    {
        HashSet<int> line = [];
        for (var agent = agents.Values.Aggregate((a, b) => b.Beats(a) ? b : a); line.Add(agent.Step) && agent.Parents.Count > 0 && agents.TryGetValue(agent.Parents[0], out var parent);)
        {
            agent = parent;
        }

        return line;
    }
}
