using Cambrian.Terminal;

namespace Cambrian.Report;

/// <summary>The winner's family: its line of main parents from the seed on, and the mates they took material from.</summary>
internal sealed class LineagePlot(ReportSubject subject, IReadOnlyList<Ancestor> line)
{
    private readonly ScoreFormat _format = subject.Format;

    /// <summary>The plot in both sizes.</summary>
    public Markup Draw() => PlotFrame.Both("Scores of the winner's ancestors, generation by generation", Draw);

    private Markup Draw(PlotFrame frame)
    {
        var mates = line.SelectMany((child, generation) => child.Parents.Skip(1)
            .Select(step => (Generation: generation, Mate: subject.Reading.AncestorAt(step)))).Where(pair => pair.Mate is not null).ToList();
        var scores = line.Concat(mates.Select(pair => pair.Mate!)).Select(ancestor => _format.Own(ancestor.Score)).ToList();
        var margin = Math.Max(1e-9, 0.08 * (scores.Max() - scores.Min()));
        var across = Axis.Counting(line.Count - 1, frame.Across.From + 6, frame.Across.To - 6);
        var up = Axis.Linear(scores.Min() - margin, scores.Max() + margin, frame.Up.From, frame.Up.To);
        var matings = mates.Select(pair => Mating(across, up, pair.Generation, pair.Mate!));
        return Markup.Of($"{frame.Grid(across, "generation", up, _format.Unit.Length > 0 ? _format.Unit : "score")}{matings}{MainLine(across, up)}{Nodes(across, up)}");
    }

    private Markup Mating(Axis across, Axis up, int generation, Ancestor mate)
    {
        var (x, y) = (across.At(generation - 0.5), up.At(_format.Own(mate.Score)));
        return Markup.Of(
            $"<line class=\"mating\" x1=\"{x}\" y1=\"{y}\" x2=\"{across.At(generation)}\" y2=\"{up.At(_format.Own(line[generation].Score))}\"/><circle class=\"mate\" cx=\"{x}\" cy=\"{y}\" r=\"3\"><title>mate, step {mate.Step}: {_format.OrientedWithUnit(mate.Score)}</title></circle>");
    }

    private Markup MainLine(Axis across, Axis up)
    {
        var points = line.Select((ancestor, generation) => Markup.Of($"{across.At(generation)},{up.At(_format.Own(ancestor.Score))} "));
        return Markup.Of($"<polyline class=\"best\" points=\"{points}\"/>");
    }

    private IEnumerable<Markup> Nodes(Axis across, Axis up) => line.Select((ancestor, generation) => Markup.Of(
        $"<circle class=\"bestdot\" cx=\"{across.At(generation)}\" cy=\"{up.At(_format.Own(ancestor.Score))}\" r=\"3.5\"><title>step {ancestor.Step}, {ancestor.Origin}: {_format.OrientedWithUnit(ancestor.Score)}</title></circle>"));
}
