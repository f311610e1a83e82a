using Cambrian.Core;

namespace Cambrian.Models.Replies;

/// <summary>Makes the edits of a reply in a program.</summary>
/// <param name="scope">Where it may change.</param>
internal sealed class DiffEdits(EvolveScope scope)
{
    /// <summary>The program with all edits made, one after the other.</summary>
    /// <exception cref="ReplyException">One of them cannot be made.</exception>
    public Artifact Apply(Artifact program, IEnumerable<SearchReplace> edits) => edits.Aggregate(program, Apply);

    private Artifact Apply(Artifact program, SearchReplace edit)
    {
        string[] wanted = [.. Lines(edit.Search)];
        if (wanted.Length == 0)
        {
            throw new ReplyException("a SEARCH block is empty: it must hold the lines that are to be replaced, as they stand in the program");
        }

        var named = Named(program, edit.Hint);
        var files = named is null ? program.Files.Keys : [named];
        var found = files.SelectMany(path => LineMatch.Find(program.Files[path], wanted).Select(place => (Path: path, Place: place))).ToList();
        var allowed = found.Where(match => IsInside(program, match.Path, match.Place)).ToList();
        return allowed switch
        {
            [var (path, place)] => Replace(program, path, place, edit),
            [] when found.Count > 0 => throw new ReplyException($"an edit is outside the evolve blocks: {Shown(wanted)} may not change; only what stands between {scope.StartMarker} and {scope.EndMarker} may"),
            [] => throw new ReplyException($"a SEARCH block does not match the program: {Shown(wanted)}{(wanted.Length > 1 ? $" and the {wanted.Length - 1} lines after it" : "")} must be copied from it exactly"),
            _ => throw new ReplyException($"a SEARCH block matches {allowed.Count} places: {Shown(wanted)}; take more lines into it, so that it matches one"),
        };
    }

    // Blank lines around what was meant are the reply's, not the program's.
    private static IEnumerable<string> Lines(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        return lines is [""] ? [] : lines.SkipWhile(line => line.Trim().Length == 0);
    }

    private bool IsInside(Artifact program, string path, Range place)
    {
        var (text, blocks) = (program.Files[path], scope.BlocksOf(program).GetValueOrDefault(path, []));
        var (start, end) = (place.Start.Value, place.End.Value);
        return blocks.Any(block => block.Start.GetOffset(text.Length) <= start && end <= block.End.GetOffset(text.Length));
    }

    private static Artifact Replace(Artifact program, string path, Range place, SearchReplace edit)
    {
        var text = program.Files[path];
        var replacement = LineMatch.Reindent(WithoutBlanks(edit), LineMatch.Indentation(edit.Search), LineMatch.Indentation(text[place]));
        return program.With(path, text[..place.Start] + replacement + text[place.End..]);
    }

    // Blank lines that were not looked for are not put in either.
    private static string WithoutBlanks(SearchReplace edit)
    {
        var skipped = edit.Search.Split('\n').TakeWhile(line => line.Trim().Length == 0).Count();
        var lines = edit.Replace.TrimEnd().Split('\n');
        return string.Join('\n', lines.Skip(Math.Min(skipped, lines.TakeWhile(line => line.Trim().Length == 0).Count())));
    }

    /// <summary>The file that a line names; null when it names none of the program's.</summary>
    public static string? Named(Artifact program, string hint) => program.Files.Count == 1 ? program.Files.Keys.First()
        : program.Files.Keys.Where(path => hint.Contains(path, StringComparison.Ordinal))
            .OrderByDescending(path => hint.LastIndexOf(path, StringComparison.Ordinal) + path.Length).ThenByDescending(path => path.Length).FirstOrDefault();

    private static string Shown(string[] lines) => $"'{lines[0].Trim()}'";
}
