using Cambrian.Core;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cambrian.Terminal;

/// <summary>Shows a run in a terminal: a few lines that are drawn again and again, and vanish into a list of improvements.</summary>
/// <param name="console">The terminal.</param>
/// <param name="format">How scores are written.</param>
/// <param name="known">The best published value, as text; empty when there is none.</param>
internal sealed class LiveView(IAnsiConsole console, ScoreFormat format, string known) : IRunView
{
    private const int CurveRows = 4;
    private const int MostColumns = 110;
    private Progress? _progress;
    private LiveDisplayContext? _display;
    private string _remark = "";

    private int Columns => Math.Clamp(console.Profile.Width - 2, 40, MostColumns);

    /// <inheritdoc/>
    public Task WatchAsync(Progress progress, Func<Task> follow)
    {
        _progress = progress;
        return console.Live(Draw(progress)).AutoClear(enabled: false).StartAsync(async display =>
        {
            _display = display;
            await follow().ConfigureAwait(false);
        });
    }

    /// <inheritdoc/>
    public void Show(Step step, bool best)
    {
        // Drawn at the next tick: a fast run makes thousands of steps in the time of one.
    }

    /// <inheritdoc/>
    public void Say(string remark) => _remark = remark;

    /// <inheritdoc/>
    public void Tick()
    {
        if (_progress is { } progress)
        {
            _display?.UpdateTarget(Draw(progress));
        }
    }

    /// <summary>The view at this moment.</summary>
    public IRenderable Draw(Progress progress) => new Rows(
    [
        new Markup(Bar(progress)),
        new Markup(Best(progress)),
        .. Curve(progress),
        new Markup(Speed(progress)),
        new Markup(Improvement(progress)),
        .. _remark.Length > 0 ? new[] { new Markup($"[darkorange]{Text(_remark, 200)}[/]") } : [],
    ]);

    private string Bar(Progress progress)
    {
        if (progress.Fraction is not { } fraction)
        {
            return $"[grey]no limit[/]  {Durations.Format(progress.Elapsed)}";
        }

        var left = fraction >= 1 ? "done" : progress.Remaining is { } remaining ? $"{Durations.Format(remaining)} left" : "";
        var text = $"{100 * fraction:0} %  {RunHeading.Describe(progress.Budget)}  {left}";
        var width = Math.Max(10, Columns - text.Length - 3);
        var full = (int)Math.Round(fraction * width);
        return $"[green]{new string('━', full)}[/][grey35]{new string('━', width - full)}[/]  {Markup.Escape(text)}";
    }

    private string Best(Progress progress)
    {
        if (progress is not { Best: { } best, Seed: { } seed })
        {
            return "[grey]measuring the seed …[/]";
        }

        return $"best [bold green]{Text(format.OrientedWithUnit(best.Score))}[/]  seed {format.Oriented(seed.Score)}{(known.Length > 0 ? $"  [darkorange]{Text(known)}[/]" : "")}  [grey]{format.Better}[/]";
    }

    private IEnumerable<IRenderable> Curve(Progress progress)
    {
        if (progress.Steps < 2)
        {
            return Enumerable.Repeat(new Text(" "), CurveRows);
        }

        var scores = progress.Curve.Sample(progress.Steps - 1, 2 * (Columns - 14)).Select(format.Own).ToArray();
        var lines = BrailleCurve.Draw(scores, CurveRows);
        var (low, high) = (scores.Where(double.IsFinite).DefaultIfEmpty(0).Min(), scores.Where(double.IsFinite).DefaultIfEmpty(0).Max());
        return lines.Select((line, row) => new Markup($"[grey]{Label(row, low, high),12}[/] [green]{line}[/]"));
    }

    private static string Label(int row, double low, double high) => row switch
    {
        0 => ScoreFormat.Number(high),
        CurveRows - 1 when low < high => ScoreFormat.Number(low),
        _ => "",
    };

    private static string Speed(Progress progress) =>
        $"{ScoreFormat.Count(progress.Steps)} steps [grey]{ScoreFormat.Rate(progress.StepsPerSecond)}[/] · {ScoreFormat.Count(progress.Evaluations)} evaluations [grey]{ScoreFormat.Rate(progress.EvaluationsPerSecond)}[/] · {ScoreFormat.Share(progress.Admitted, progress.Steps)} admitted · {Durations.Format(progress.Elapsed)}";

    private static string Improvement(Progress progress) => progress switch
    {
        { Best: null } => " ",
        { BestAt: { } at } => $"[grey]last improvement {Durations.Format(progress.Elapsed - at)} ago, step {ScoreFormat.Count(progress.Best.Step)}, by[/] {Text(progress.BestOrigin)}{Hint(progress)}",
        _ => $"[grey]no improvement since the run was resumed; the best is step {ScoreFormat.Count(progress.Best.Step)}[/]{Hint(progress)}",
    };

    private static string Hint(Progress progress) => progress.Fraction >= 1 ? "" : "   [grey]Ctrl-C stops; the run can be resumed[/]";

    private static string Text(string foreign, int longest = 60) => Markup.Escape(PlainText.Line(foreign, longest));
}
