using Cambrian.Chips.Costs;
using Cambrian.Chips.Netlists;
using Cambrian.Chips.Placing;
using Cambrian.Report;
using Cambrian.Terminal;

namespace Cambrian.Placements;

/// <summary>A placement as one HTML file: before and after, what changed and why it costs less.</summary>
internal sealed class PlacementReport(PlacementFolder folder, PlacementTask task, CostMaps before)
{
    private readonly CanvasPlot _plot = new(task.Netlist, task.Start.Canvas);

    /// <summary>The cost of the start.</summary>
    public ProxyCost CostBefore { get; } = CostEvaluator.CostOf(task.Netlist, task.Start, before);

    /// <summary>Pairs of hard macros that overlap, and macros that reach beyond the canvas, at the start.</summary>
    public (int Overlaps, int Outside) FaultsBefore { get; } = (Legality.Overlaps(task.Netlist, task.Start), Legality.Outside(task.Netlist, task.Start));

    /// <summary>The page.</summary>
    /// <param name="placement">The best so far.</param>
    /// <param name="cost">Its cost.</param>
    /// <param name="curve">The cost after each round.</param>
    /// <param name="counts">Moves by kind; empty while the search goes on.</param>
    /// <param name="running">Whether the page reloads itself every few seconds.</param>
    public string Page(Placement placement, ProxyCost cost, IReadOnlyList<(double Done, ProxyCost Cost)> curve, IReadOnlyList<MoveCount> counts, bool running)
    {
        var after = CostEvaluator.Map(task.Netlist, placement);
        var change = new PlacementChange(task, placement, before, after);
        ReportSection?[] sections =
        [
            new("terms", "What it costs", Markup.Of($"{Terms(cost)}{Faults()}{change.Explain(CostBefore, cost)}")),
            new("macros", "Where macros are", Pair(_plot.Macros(task.Start, "start"), _plot.Macros(placement, "now"), "Hard macros are dark, soft ones light; lines join those that share most wires, dots are ports.")),
            new("density", "Density", Heat(before.Density, after.Density, "Area of macros on each cell. The cost counts the fullest tenth of the cells.")),
            new("congestion", "Congestion", Heat(Worse(before), Worse(after), "Routing tracks in use, horizontal or vertical, whichever is worse. The cost counts the fullest twentieth.")),
            new("search", "The search", Markup.Of($"{PlacementCurve.Draw(curve)}{Moves(counts)}")),
        ];
        var title = $"{folder.Name} · {PlacementText.Number(cost.Proxy)}";
        var page = HtmlPage.Of(title, $"Cambrian · placement of {folder.Name}{(running ? " · still running" : "")}", $"{folder.Name}: {PlacementText.Terms(cost)}", [.. sections.OfType<ReportSection>()], Figures(cost, placement));
        return running ? page.Replace("<meta charset=\"utf-8\">", "<meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"5\">", StringComparison.Ordinal) : page;
    }

    private static double[] Worse(CostMaps maps) => [.. maps.Horizontal.Zip(maps.Vertical, Math.Max)];

    private static Markup Pair(Markup before, Markup after, string caption) => Markup.Of(
        $"<figure><div class=\"pair\"><div><h4>start</h4>{before}</div><div><h4>now</h4>{after}</div></div><figcaption>{caption}</figcaption></figure>");

    private Markup Figures(ProxyCost cost, Placement placement) => Markup.Of(
        $"<div class=\"figures\">{Figure(PlacementText.Number(cost.Proxy), "proxy cost; smaller is better", "lead")}{Figure(PlacementText.Number(CostBefore.Proxy), "start", "")}{Figure(PlacementText.Change(CostBefore.Proxy, cost.Proxy), "change", "")}{Figure($"{Legality.Overlaps(task.Netlist, placement)}", "overlapping hard macros", "")}</div>");

    private static Markup Figure(string value, string remark, string kind) => Markup.Of(
        $"<div class=\"figure {kind}\"><div class=\"value\">{value}</div><div class=\"remark\">{remark}</div></div>");

    private Markup Terms(ProxyCost cost)
    {
        var rows = PlacementText.Rows(CostBefore, cost).Select(row => Markup.Of(
            $"<tr><td>{row.Name}</td><td class=\"number\">{(row.Weight == 1 ? "1" : "½")}</td><td class=\"number\">{PlacementText.Number(row.Before)}</td><td class=\"number strong\">{PlacementText.Number(row.After)}</td><td class=\"number\">{PlacementText.Change(row.Before, row.After)}</td></tr>"));
        return Markup.Of($"<div class=\"scroll\"><table><thead><tr><th>term</th><th class=\"number\">weight</th><th class=\"number\">start</th><th class=\"number\">now</th><th class=\"number\">change</th></tr></thead><tbody>{rows}</tbody></table></div>");
    }

    // A cost that no legal placement has is no bar to measure by.
    private Markup Faults() => FaultsBefore == (0, 0)
        ? Markup.None
        : Markup.Of($"<p>The start is not legal: {FaultsBefore.Overlaps} pairs of hard macros overlap and {FaultsBefore.Outside} macros reach beyond the canvas. Now none does.</p>");

    private Markup Heat(double[] old, double[] now, string caption)
    {
        var full = Math.Max(1e-9, Math.Min(old.Concat(now).Max(), 1.5));
        return Pair(_plot.Heat(old, full, "start"), _plot.Heat(now, full, "now"), $"{caption} Darkest: {ScoreFormat.Short(full)} and more.");
    }

    private static Markup Moves(IReadOnlyList<MoveCount> counts)
    {
        if (counts.Count == 0)
        {
            return Markup.None;
        }

        var rows = counts.OrderByDescending(count => count.Tried).Select(count => Markup.Of(
            $"<tr><td>{count.Kind.ToString()}</td><td class=\"number\">{ScoreFormat.Count(count.Tried)}</td><td class=\"number\">{ScoreFormat.Share(count.Accepted, count.Tried)}</td></tr>"));
        return Markup.Of($"<div class=\"scroll\"><table><thead><tr><th>move</th><th class=\"number\">tried</th><th class=\"number\">accepted</th></tr></thead><tbody>{rows}</tbody></table></div>");
    }
}
