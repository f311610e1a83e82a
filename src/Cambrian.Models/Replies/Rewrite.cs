using Cambrian.Core;

namespace Cambrian.Models.Replies;

/// <summary>Puts whole files of a reply, or what stands between their markers, in place of a program's.</summary>
/// <param name="scope">Where it may change.</param>
internal sealed class Rewrite(EvolveScope scope)
{
    /// <summary>The program with the files of a reply.</summary>
    /// <exception cref="ReplyException">They do not fit.</exception>
    public Artifact Apply(Artifact program, IReadOnlyList<Fence> fences)
    {
        if (program.Files.Count > 1)
        {
            var named = fences.Select(fence => (Path: DiffEdits.Named(program, fence.Hint), fence.Code)).Where(file => file.Path is not null).ToList();
            return named.Count > 0 ? named.Aggregate(program, (child, file) => child.With(file.Path!, Merged(program, file.Path!, file.Code))) // those without a path are left out above
                : throw new ReplyException($"no fenced block says which file it is: put one of {string.Join(", ", program.Files.Keys)} on the line before each");
        }

        // Replies explain themselves in snippets; the program is the longest of them.
        var path = program.Files.Keys.First();
        return program.With(path, Merged(program, path, fences.MaxBy(fence => fence.Code.Length)!.Code)); // the caller has found one
    }

    private string Merged(Artifact program, string path, string code)
    {
        var parts = scope.Parts(program, path);
        if (parts.Blocks.Count == 0)
        {
            throw new ReplyException($"'{path}' has no evolve block, so it may not change");
        }

        return !scope.IsMarked(program.Files[path]) ? code : parts.With(scope.IsMarked(code) ? MarkedBlocks(program, path, code) : [OnlyBlock(parts, path, code)]);
    }

    // What a model leaves out around the blocks is kept anyway, and most leave out comments; what it adds there is refused.
    private IReadOnlyList<string> MarkedBlocks(Artifact program, string path, string code)
    {
        var (own, given) = (scope.Parts(program, path), scope.Parts(program.With(path, code), path));
        if (own.Blocks.Count != given.Blocks.Count)
        {
            throw new ReplyException($"'{path}' has {own.Blocks.Count} evolve blocks, the reply {given.Blocks.Count}: keep the markers as they are, and something between them");
        }

        var added = Words(given.Fixed).Except(Words(own.Fixed)).FirstOrDefault(line => !IsComment(line));
        return added is null ? given.Blocks : throw Outside(path, added);
    }

    // Without markers it is either the whole file or the block alone.
    private string OnlyBlock(FileParts parts, string path, string code)
    {
        if (parts.Blocks.Count > 1)
        {
            throw new ReplyException($"'{path}' has {parts.Blocks.Count} evolve blocks; keep the markers, so that it can be told what belongs into which");
        }

        string[] lines = code.TrimEnd().Split('\n');
        var (above, below) = (Words([parts.Fixed[0]]), Words([parts.Fixed[1]]));
        var head = CountOf(lines, above);
        var tail = head > 0 ? CountOf([.. lines.Reverse()], [.. below.Reverse()]) : 0;
        var block = string.Join('\n', lines.Take(lines.Length - tail).Skip(head));
        if (block.Split('\n').FirstOrDefault(line => line.Trim().Length > 1 && above.Contains(line.Trim())) is not null)
        {
            throw Outside(path, lines.Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0 && !above.Contains(line), ""));
        }

        return $"{LineMatch.Reindent(block, LineMatch.Indentation(block), LineMatch.Indentation(parts.Blocks[0]))}\n";
    }

    /// <summary>How many lines, from the first, are among the wanted ones in their order, left out ones and blanks aside.</summary>
    private static int CountOf(string[] lines, IReadOnlyList<string> wanted)
    {
        var (count, next) = (0, 0);
        for (var line = 0; line < lines.Length && next < wanted.Count; line++)
        {
            var trimmed = lines[line].Trim();
            var place = wanted.Skip(next).ToList().IndexOf(trimmed);
            if (trimmed.Length > 0 && place < 0)
            {
                break;
            }

            (count, next) = trimmed.Length > 0 ? (line + 1, next + place + 1) : (count, next);
        }

        return count;
    }

    private static bool IsComment(string line) => line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith('#') || line.StartsWith("/*", StringComparison.Ordinal) || line.StartsWith('*');

    // Lines with something on them but the markers.
    private IReadOnlyList<string> Words(IEnumerable<string> parts) =>
        [.. parts.SelectMany(part => part.Split('\n')).Select(line => line.Trim())
            .Where(line => line.Length > 0 && !scope.IsMarked(line) && !line.Contains(scope.EndMarker, StringComparison.Ordinal))];

    private ReplyException Outside(string path, string line) =>
        new($"'{path}' was changed outside its evolve blocks{(line.Length > 0 ? $", at '{line}'" : "")}: only what stands between {scope.StartMarker} and {scope.EndMarker} may change");
}
