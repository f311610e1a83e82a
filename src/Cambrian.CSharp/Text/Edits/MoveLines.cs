namespace Cambrian.CSharp.Text.Edits;

/// <summary>Moves a line with what belongs to it before another of the same indentation, or exchanges the two.</summary>
/// <param name="exchange">Whether it exchanges them.</param>
internal sealed class MoveLines(bool exchange) : ITextEdit
{
    /// <inheritdoc/>
    public string Name => exchange ? "swap-lines" : "move-lines";

    /// <inheritdoc/>
    public IReadOnlyList<TextChange>? Try(IReadOnlyList<TextFile> files, IReadOnlyList<TextFile> mate, Random random)
    {
        var file = files[random.Next(files.Count)];
        if (Places.Movable(file, random) is not { } unit || Places.Before(file, unit.Indentation, random) is not { } other || unit.Span.OverlapsWith(other.Span))
        {
            return null;
        }

        var (text, otherText) = (Places.Text(file, unit), Places.Text(file, other));
        return exchange
            ? [new TextChange(file.Path, unit.Span, otherText), new TextChange(file.Path, other.Span, text)]
            : [new TextChange(file.Path, unit.Span, Places.Remainder(unit)), new TextChange(file.Path, Places.At(other), text)];
    }
}
