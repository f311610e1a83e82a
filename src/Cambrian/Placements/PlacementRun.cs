using Cambrian.Chips.Costs;
using Cambrian.Chips.Formats;
using Cambrian.Chips.Placing;
using Cambrian.Commands;
using Cambrian.Terminal;

namespace Cambrian.Placements;

/// <summary>Places with somebody watching, and writes what came of it.</summary>
/// <param name="host">Where to write.</param>
/// <param name="folder">What is placed.</param>
/// <param name="output">The folder for results.</param>
/// <param name="json">Whether standard output is kept for one JSON object.</param>
internal sealed class PlacementRun(Host host, PlacementFolder folder, string output, bool json)
{
    // How often the page is written anew while it is watched.
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(5);

    private readonly TextWriter _text = json ? host.Error : host.Output;
    private readonly List<(double Done, ProxyCost Cost)> _curve = [];
    private readonly long _start = host.Time.GetTimestamp();
    private readonly TimeSpan _cpuBefore = ProcessorTime.Used();
    private TimeSpan _written;

    /// <summary>Places.</summary>
    public async Task<int> ExecuteAsync(PlacementTask task, PlacementBudget budget, CancellationToken cancellation)
    {
        Directory.CreateDirectory(output);
        var report = new PlacementReport(folder, task, CostEvaluator.Map(task.Netlist, task.Start));
        _curve.Add((0, report.CostBefore));
        await _text.WriteLineAsync($"{folder.Name}: {Counts(task)}; start {PlacementText.Terms(report.CostBefore)}{(folder.Given ? "" : " (made: no initial.plc)")}").ConfigureAwait(false);
        var view = host.Interactive && !json ? new PlacementView(Spectre.Console.AnsiConsole.Console) : null;
        budget = budget with { Clock = () => host.Time.GetElapsedTime(_start) };
        var result = view is null
            ? Placer.Place(task, budget, progress => Note(report, progress, null), cancellation)
            : view.Watch(show => Placer.Place(task, budget, progress => Note(report, progress, show), cancellation));
        await FinishAsync(task, report, result).ConfigureAwait(false);
        return (int)(cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Done);
    }

    private static string Counts(PlacementTask task)
    {
        var kinds = task.Netlist.Kinds.CountBy(kind => kind).ToDictionary();
        return $"{kinds.GetValueOrDefault(Chips.Netlists.NodeKind.HardMacro)} hard and {kinds.GetValueOrDefault(Chips.Netlists.NodeKind.SoftMacro)} soft macros, {ScoreFormat.Count(task.Netlist.NetCount)} nets, {task.Start.Canvas.Columns} × {task.Start.Canvas.Rows} cells";
    }

    private void Note(PlacementReport report, PlacementProgress progress, Action<PlacementSight>? show)
    {
        _curve.Add((progress.Done, progress.Cost));
        var elapsed = host.Time.GetElapsedTime(_start);
        show?.Invoke(new PlacementSight(report.CostBefore, progress, _curve, elapsed));
        if (show is null && _curve.Count % 10 == 1)
        {
            _text.WriteLine($"{100 * progress.Done,3:0} %  {PlacementText.Terms(progress.Cost)}  {ScoreFormat.Count(progress.Moves)} moves  {Durations.Format(elapsed)}");
        }

        if (elapsed - _written > Refresh)
        {
            _written = elapsed;
            File.WriteAllText(Path.Combine(output, "report.html"), report.Page(progress.Best, progress.Cost, _curve, [], running: true));
        }
    }

    private async Task FinishAsync(PlacementTask task, PlacementReport report, PlacementResult result)
    {
        var (placement, page) = (Path.Combine(output, "placement.plc"), Path.Combine(output, "report.html"));
        PlacementWriter.Write(placement, task.Netlist, result.Placement, result.Cost);
        await File.WriteAllTextAsync(page, report.Page(result.Placement, result.Cost, _curve, result.Counts, running: false)).ConfigureAwait(false);
        var summary = new PlacementSummary
        {
            Case = folder.Name,
            Cost = result.Cost,
            Overlaps = Legality.Overlaps(task.Netlist, result.Placement),
            Outside = Legality.Outside(task.Netlist, result.Placement),
            Moves = result.Moves,
            CpuSeconds = Math.Round((ProcessorTime.Used() - _cpuBefore).TotalSeconds, 2),
        };
        foreach (var line in PlacementText.Summary(report.CostBefore, summary, report.FaultsBefore))
        {
            await _text.WriteLineAsync(line).ConfigureAwait(false);
        }

        await _text.WriteLineAsync($"{host.Relative(placement)}  {host.Relative(page)}").ConfigureAwait(false);
        if (json)
        {
            await host.Output.WriteLineAsync(summary.ToJson()).ConfigureAwait(false);
        }
    }
}
