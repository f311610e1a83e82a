using Cambrian.Algorithms.Folders;
using Cambrian.Terminal;

namespace Cambrian.Report;

/// <summary>The archive map: cells coloured by score over two measures, or the best score along one.</summary>
internal sealed class MapPlot(ScoreFormat format, ArchiveMap map)
{
    private const int Shades = 7;
    private readonly double _low = map.Cells.Values.Min(candidate => candidate.Score);
    private readonly double _high = map.Cells.Values.Max(candidate => candidate.Score);

    /// <summary>The plot in both sizes.</summary>
    public Markup Draw() => PlotFrame.Both("Best score of each kind of program", frame => map.Up is { } up && map.Across is { } across ? Grid(frame, across, up) : Line(frame));

    /// <summary>What the columns are.</summary>
    public string AcrossName => map.Across is { Metric: not "length" } measure ? measure.Metric : "program length in characters";

    private Markup Grid(PlotFrame frame, MeasureSection acrossMeasure, MeasureSection upMeasure)
    {
        var across = Axis.Linear(acrossMeasure.Low, acrossMeasure.High, frame.Across.From, frame.Across.To);
        var up = Axis.Linear(upMeasure.Low, upMeasure.High, frame.Up.From, frame.Up.To);
        var width = (frame.Across.To - frame.Across.From) / acrossMeasure.Cells;
        var height = (frame.Up.From - frame.Up.To) / upMeasure.Cells;
        var cells = map.Cells.Select(cell => Markup.Of(
            $"<rect class=\"shade{Shade(cell.Value.Score)}\" x=\"{frame.Across.From + (cell.Key.X * width)}\" y=\"{frame.Up.From - ((cell.Key.Y + 1) * height)}\" width=\"{Math.Max(1, width - 1)}\" height=\"{Math.Max(1, height - 1)}\"><title>{format.OrientedWithUnit(cell.Value.Score)}, step {cell.Value.Step}</title></rect>"));
        return Markup.Of($"{frame.Grid(across, AcrossName, up, upMeasure.Metric)}{cells}");
    }

    private Markup Line(PlotFrame frame)
    {
        var cells = map.Cells.OrderBy(cell => cell.Key.X).ToList();
        var (first, last) = (Value(cells[0].Key.X), Value(cells[^1].Key.X));
        var across = Axis.Linear(first, Math.Max(first + 1e-9, last), frame.Across.From + 4, frame.Across.To - 4);
        var tenth = cells.Select(cell => cell.Value.Score).Order().ElementAt(cells.Count / 10);
        var scores = cells.Select(cell => format.Own(Math.Max(tenth, cell.Value.Score))).ToList();
        var margin = Math.Max(1e-9, 0.06 * (scores.Max() - scores.Min()));
        var up = Axis.Linear(scores.Min() - margin, scores.Max() + margin, frame.Up.From, frame.Up.To);
        var dots = cells.Select(cell => Markup.Of(
            $"<circle class=\"shade{Shade(cell.Value.Score)}\" cx=\"{across.At(Value(cell.Key.X))}\" cy=\"{up.At(format.Own(cell.Value.Score))}\" r=\"4\"><title>{AcrossName} {ScoreFormat.Number(Value(cell.Key.X))}: {format.OrientedWithUnit(cell.Value.Score)}, step {cell.Value.Step}</title></circle>"));
        return Markup.Of($"{frame.Grid(across, AcrossName, up, format.Unit.Length > 0 ? format.Unit : "score")}{dots}");
    }

    private double Value(int column) => map.Across is { } measure
        ? measure.Low + ((column + 0.5) * (measure.High - measure.Low) / measure.Cells)
        : (column + 0.5) * map.LengthPerCell;

    private int Shade(double score) => _high > _low ? Math.Min(Shades - 1, (int)(Shades * (score - _low) / (_high - _low))) : Shades - 1;
}
