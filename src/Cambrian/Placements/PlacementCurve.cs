using Cambrian.Chips.Costs;
using Cambrian.Report;

namespace Cambrian.Placements;

/// <summary>The cost over a search.</summary>
internal static class PlacementCurve
{
    /// <summary>The curve in both sizes.</summary>
    public static Markup Draw(IReadOnlyList<(double Done, ProxyCost Cost)> curve)
    {
        if (curve.Count < 2)
        {
            return Markup.None;
        }

        var (low, high) = (curve.Min(point => point.Cost.Proxy), curve.Max(point => point.Cost.Proxy));
        return PlotFrame.Both("Proxy cost over the search", frame =>
        {
            var across = Axis.Linear(0, 100, frame.Across.From, frame.Across.To);
            var up = Axis.Linear(low - (0.05 * (high - low)), high, frame.Up.From, frame.Up.To);
            var points = string.Join(' ', curve.Select(point => FormattableString.Invariant($"{across.At(100 * point.Done):0.#},{up.At(point.Cost.Proxy):0.#}")));
            return Markup.Of($"{frame.Grid(across, "per cent of the budget", up, "proxy cost")}<polyline class=\"best\" points=\"{points}\"/>");
        });
    }
}
