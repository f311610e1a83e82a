namespace Cambrian.CSharp.Text.Edits;

/// <summary>Inserts a line with what belongs to it before another of the same indentation; it comes from the program or from its mate.</summary>
/// <param name="fromMate">Whether it comes from the mate (crossover); it may then also take the other's place.</param>
internal sealed class CopyLines(bool fromMate) : ITextEdit
{
    /// <inheritdoc/>
    public string Name => fromMate ? "cross-lines" : "copy-lines";

    /// <inheritdoc/>
    public bool NeedsMate => fromMate;

    /// <inheritdoc/>
    public IReadOnlyList<TextChange>? Try(IReadOnlyList<TextFile> files, IReadOnlyList<TextFile> mate, Random random)
    {
        var file = files[random.Next(files.Count)];
        var source = fromMate ? mate.FirstOrDefault(other => other.Path == file.Path) : file;
        if (source is null || Places.Movable(source, random) is not { } unit || Places.Before(file, unit.Indentation, random) is not { } place)
        {
            return null;
        }

        var text = Places.Text(source, unit);
        var replaces = fromMate && random.Next(2) == 0;
        return text == Places.Text(file, place) ? null : [new TextChange(file.Path, replaces ? place.Span : Places.At(place), text)];
    }
}
