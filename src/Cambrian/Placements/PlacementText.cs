using System.Globalization;
using Cambrian.Chips.Costs;
using Cambrian.Terminal;

namespace Cambrian.Placements;

/// <summary>Costs as text.</summary>
internal static class PlacementText
{
    /// <summary>A cost and its terms.</summary>
    public static string Terms(ProxyCost cost) =>
        string.Create(CultureInfo.InvariantCulture, $"proxy {cost.Proxy:0.00000} = wirelength {cost.Wirelength:0.00000} + ½ density {cost.Density:0.0000} + ½ congestion {cost.Congestion:0.0000}");

    /// <summary>What came of a search, term by term.</summary>
    public static IEnumerable<string> Summary(ProxyCost before, PlacementSummary after, (int Overlaps, int Outside) faultsBefore)
    {
        var table = new Table("", ">before", ">after", ">change", ">share of the gain");
        var gain = before.Proxy - after.Cost.Proxy;
        foreach (var (name, weight, old, now) in Rows(before, after.Cost))
        {
            table.Add(name, Number(old), Number(now), Change(old, now), gain > 0 ? ScoreFormat.Share(weight * (old - now), gain) : "–");
        }

        table.Add("overlapping hard macros", $"{faultsBefore.Overlaps}", $"{after.Overlaps}", "", "");
        table.Add("macros beyond the canvas", $"{faultsBefore.Outside}", $"{after.Outside}", "", "");
        var rate = after.CpuSeconds > 0 ? ScoreFormat.Rate(after.Moves / after.CpuSeconds) : "–";
        return table.Lines().Append($"{ScoreFormat.Count(after.Moves)} moves, {after.CpuSeconds.ToString("0.0", CultureInfo.InvariantCulture)} CPU seconds ({rate})");
    }

    /// <summary>Each term with its weight, before and after.</summary>
    public static IEnumerable<(string Name, double Weight, double Before, double After)> Rows(ProxyCost before, ProxyCost after) =>
    [
        ("proxy", 1, before.Proxy, after.Proxy),
        ("wirelength", 1, before.Wirelength, after.Wirelength),
        ("density", 0.5, before.Density, after.Density),
        ("congestion", 0.5, before.Congestion, after.Congestion),
    ];

    /// <summary>Five decimals.</summary>
    public static string Number(double value) => value.ToString("0.00000", CultureInfo.InvariantCulture);

    /// <summary>A change in per cent, with its sign.</summary>
    public static string Change(double before, double after) =>
        before > 0 ? ((100 * after / before) - 100).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture) + " %" : "–";
}
