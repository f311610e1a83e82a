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

    // What a model copies around the blocks is the program's own anyway; only what it means to change there is refused.
    private IReadOnlyList<string> MarkedBlocks(Artifact program, string path, string code)
    {
        var (own, given) = (scope.Parts(program, path), scope.Parts(program.With(path, code), path));
        if (own.Blocks.Count != given.Blocks.Count)
        {
            throw new ReplyException($"'{path}' has {own.Blocks.Count} evolve blocks, the reply {given.Blocks.Count}: keep the markers as they are, and something between them");
        }

        var (before, after) = (Words(own.Fixed), Words(given.Fixed));
        return before.SequenceEqual(after) ? given.Blocks : throw Outside(path, before.Except(after).Concat(after.Except(before)).FirstOrDefault(""));
    }

    // Without markers it is either the whole file or the block alone.
    private string OnlyBlock(FileParts parts, string path, string code)
    {
        if (parts.Blocks.Count > 1)
        {
            throw new ReplyException($"'{path}' has {parts.Blocks.Count} evolve blocks; keep the markers, so that it can be told what belongs into which");
        }

        var lines = code.TrimEnd().Split('\n').ToList();
        var (above, below) = (Words([parts.Fixed[0]]), Words([parts.Fixed[1]]));
        var head = Skip(lines, above);
        lines.Reverse();
        var tail = Skip(lines, [.. below.Reverse()]);
        lines.Reverse();
        var block = head is null || tail is null
            ? lines.Find(line => above.Contains(line.Trim()) && line.Trim().Length > 1) is { } repeated ? throw Outside(path, repeated.Trim()) : string.Join('\n', lines)
            : string.Join('\n', lines.Skip(head.Value).SkipLast(tail.Value));
        return $"{LineMatch.Reindent(block, LineMatch.Indentation(block), LineMatch.Indentation(parts.Blocks[0]))}\n";
    }

    /// <summary>How many lines hold the wanted ones, in order and nothing else but blanks; null when they do not begin so.</summary>
    private static int? Skip(List<string> lines, IReadOnlyList<string> wanted)
    {
        var (line, word) = (0, 0);
        for (; word < wanted.Count && line < lines.Count; line++)
        {
            var trimmed = lines[line].Trim();
            if (trimmed.Length > 0 && trimmed != wanted[word++])
            {
                return null;
            }
        }

        return word == wanted.Count ? line : null;
    }

    // Lines with something on them but the markers.
    private IReadOnlyList<string> Words(IEnumerable<string> parts) =>
        [.. parts.SelectMany(part => part.Split('\n')).Select(line => line.Trim())
            .Where(line => line.Length > 0 && !scope.IsMarked(line) && !line.Contains(scope.EndMarker, StringComparison.Ordinal))];

    private ReplyException Outside(string path, string line) =>
        new($"'{path}' was changed outside its evolve blocks{(line.Length > 0 ? $", at '{line}'" : "")}: only what stands between {scope.StartMarker} and {scope.EndMarker} may change");
}
