using Cambrian.Chips.Placing;
using Cambrian.Terminal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cambrian.Placements;

/// <summary>Shows a search in a terminal: a few lines that are drawn again and again.</summary>
internal sealed class PlacementView(IAnsiConsole console)
{
    private const int CurveRows = 4;
    private const int MostColumns = 110;

    private int Columns => Math.Clamp(console.Profile.Width - 2, 40, MostColumns);

    /// <summary>Shows what happens during a search.</summary>
    /// <param name="search">The search; it calls its argument with each new sight.</param>
    public PlacementResult Watch(Func<Action<PlacementSight>, PlacementResult> search) => console
        .Live(new Markup("[grey]making the start legal …[/]")).AutoClear(enabled: false)
        .Start(display => search(sight => display.UpdateTarget(Draw(sight))));

    /// <summary>The view at this moment.</summary>
    public IRenderable Draw(PlacementSight sight) => new Rows(
    [
        new Markup(Bar(sight)),
        new Markup($"proxy [bold green]{PlacementText.Number(sight.Progress.Cost.Proxy)}[/]  start {PlacementText.Number(sight.Before.Proxy)}  [grey]{PlacementText.Change(sight.Before.Proxy, sight.Progress.Cost.Proxy)}[/]"),
        .. Curve(sight),
        .. PlacementText.Rows(sight.Before, sight.Progress.Cost).Skip(1).Select(row => new Markup($"{row.Name,-11} {PlacementText.Number(row.After)}  [grey]{PlacementText.Change(row.Before, row.After),8}[/]")),
        new Markup($"{ScoreFormat.Count(sight.Progress.Moves)} moves [grey]{ScoreFormat.Rate(sight.Progress.Moves / Math.Max(1e-9, sight.Elapsed.TotalSeconds))}[/] · {Durations.Format(sight.Elapsed)}{(sight.Progress.Done < 1 ? "   [grey]Ctrl-C stops and keeps the best[/]" : "")}"),
    ]);

    private string Bar(PlacementSight sight)
    {
        var done = Math.Clamp(sight.Progress.Done, 0, 1);
        var left = done < 1 ? $"{Durations.Format(sight.Elapsed * ((1 - done) / done))} left" : "done";
        var text = $"{100 * done:0} %  {left}";
        var width = Math.Max(10, Columns - text.Length - 3);
        var full = (int)Math.Round(done * width);
        return $"[green]{new string('━', full)}[/][grey35]{new string('━', width - full)}[/]  {Markup.Escape(text)}";
    }

    private IEnumerable<IRenderable> Curve(PlacementSight sight)
    {
        var points = 2 * (Columns - 14);
        double[] proxies = [.. sight.Curve.Select(point => point.Cost.Proxy)];
        double[] stretched = [.. Enumerable.Range(0, points).Select(i => proxies[i * proxies.Length / points])];
        var lines = BrailleCurve.Draw(stretched, CurveRows);
        return lines.Select((line, row) => new Markup($"[grey]{Label(row, proxies),12}[/] [green]{line}[/]"));
    }

    private static string Label(int row, double[] proxies) => row switch
    {
        0 => PlacementText.Number(proxies.Max()),
        CurveRows - 1 => PlacementText.Number(proxies.Min()),
        _ => "",
    };
}
