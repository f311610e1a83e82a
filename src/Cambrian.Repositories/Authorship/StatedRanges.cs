namespace Cambrian.Repositories.Authorship;

/// <summary>Lines of files with who wrote them; of statements about the same line the last counts.</summary>
internal sealed class StatedRanges : IAuthorshipRecord
{
    private readonly Dictionary<string, List<(int First, int Last, LineAuthor Author)>> _files = new(StringComparer.Ordinal);

    /// <summary>Adds a range of lines.</summary>
    public void Add(string path, int first, int last, LineAuthor author)
    {
        if (!_files.TryGetValue(path, out var ranges))
        {
            _files[path] = ranges = [];
        }

        ranges.Add((first, last, author));
    }

    /// <inheritdoc/>
    public LineAuthor AuthorOf(string path, int line) => _files.TryGetValue(path, out var ranges)
        ? ranges.FindLast(range => range.First <= line && line <= range.Last).Author // of none the default: unstated
        : LineAuthor.Unstated;
}
