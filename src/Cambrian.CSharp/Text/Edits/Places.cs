using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Text.Edits;

/// <summary>Units and places for them, chosen by chance.</summary>
internal static class Places
{
    /// <summary>A unit that may go; null when there is none.</summary>
    public static LineUnit? Movable(TextFile file, Random random) => Any([.. file.Units.Where(unit => unit.IsMovable)], random);

    /// <summary>A unit before which one of the same indentation may stand; null when there is none.</summary>
    public static LineUnit? Before(TextFile file, string indentation, Random random) =>
        Any([.. file.Units.Where(unit => unit.IsMovable && unit.Indentation == indentation)], random);

    /// <summary>One of several; null of none.</summary>
    public static LineUnit? Any(IReadOnlyList<LineUnit> units, Random random) => units.Count == 0 ? null : units[random.Next(units.Count)];

    /// <summary>What must stay where a unit was: a body needs a statement.</summary>
    public static string Remainder(LineUnit unit) => unit.IsOnlyChild ? $"{unit.Indentation}pass\n" : "";

    /// <summary>A unit's lines, with the line break that the last line of a file may lack.</summary>
    public static string Text(TextFile file, LineUnit unit) => file[unit.Span] is var text && text.EndsWith('\n') ? text : text + "\n";

    /// <summary>The empty place before a unit.</summary>
    public static TextSpan At(LineUnit unit) => new(unit.Span.Start, 0);
}
