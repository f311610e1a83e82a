using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Text;

/// <summary>A line and what belongs to it: the deeper lines below, what closes them, and branches that cannot stand alone.</summary>
/// <param name="Span">Whole lines, the last line break included when there is one.</param>
/// <param name="Indentation">The white space its first line begins with.</param>
/// <param name="Head">The first line without that.</param>
/// <param name="IsOnlyChild">Whether the lines around it are left without a body when it goes.</param>
internal sealed record LineUnit(TextSpan Span, string Indentation, string Head, bool IsOnlyChild)
{
    /// <summary>Whether it can go or move: it neither declares what others call nor hangs on a line before it.</summary>
    public bool IsMovable { get; init; }
}
