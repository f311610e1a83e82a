using System.Runtime.InteropServices;

namespace Cambrian.Chips.Placing;

/// <summary>How a kind of move fared.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Tried">How often it was tried.</param>
/// <param name="Accepted">How often the placement was kept.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MoveCount(MoveKind Kind, long Tried, long Accepted)
{
    /// <summary>Adds up what several searches counted, kind by kind.</summary>
    internal static IEnumerable<MoveCount> Sum(IEnumerable<MoveCount> counts) => counts.GroupBy(count => count.Kind)
        .Select(group => new MoveCount(group.Key, group.Sum(count => count.Tried), group.Sum(count => count.Accepted)));
}
