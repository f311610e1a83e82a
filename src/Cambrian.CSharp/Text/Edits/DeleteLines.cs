namespace Cambrian.CSharp.Text.Edits;

/// <summary>Takes out a line with what belongs to it.</summary>
internal sealed class DeleteLines : ITextEdit
{
    /// <inheritdoc/>
    public string Name => "delete-lines";

    /// <inheritdoc/>
    public IReadOnlyList<TextChange>? Try(IReadOnlyList<TextFile> files, IReadOnlyList<TextFile> mate, Random random)
    {
        var file = files[random.Next(files.Count)];
        return Places.Movable(file, random) is { } unit ? [new TextChange(file.Path, unit.Span, Places.Remainder(unit))] : null;
    }
}
