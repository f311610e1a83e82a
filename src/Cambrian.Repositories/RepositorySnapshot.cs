using System.Text;
using Cambrian.Core;
using Cambrian.Repositories.Plumbing;
using Cambrian.Sandbox.Evaluators;

namespace Cambrian.Repositories;

/// <summary>A commit's tree as it is stored, and what of it may change. Work tree and index play no part, so the same commit always gives the same snapshot.</summary>
public sealed class RepositorySnapshot
{
    private const long MostBytes = 512L << 20;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly IReadOnlyList<TreeEntry> _entries;
    private readonly Dictionary<string, byte[]> _contents;

    private RepositorySnapshot(string commit, IReadOnlyList<TreeEntry> entries, Dictionary<string, byte[]> contents, Artifact evolvable)
    {
        (Commit, _entries, _contents, Evolvable) = (commit, entries, contents, evolvable);
    }

    /// <summary>The commit's full hash.</summary>
    public string Commit { get; }

    /// <summary>The files that may change.</summary>
    public Artifact Evolvable { get; }

    /// <summary>How many files the tree has, submodules not counted.</summary>
    public int Files => _contents.Count;

    /// <summary>Takes a snapshot.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="name">A hash, a branch, a tag, or HEAD.</param>
    /// <param name="selection">What may change.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RepositoryException">There is no such commit, nothing or something unsuitable is selected, or the tree is too large.</exception>
    public static async Task<RepositorySnapshot> TakeAsync(Git git, string name, RepositorySelection selection, CancellationToken cancellation)
    {
        var commit = await git.CommitAsync(name, cancellation).ConfigureAwait(false);
        List<TreeEntry> entries = [.. (await git.TreeAsync(commit, cancellation).ConfigureAwait(false)).Where(entry => entry.IsFile || entry.IsLink)];
        if (entries.Sum(entry => entry.Size) is > MostBytes and var size)
        {
            throw new RepositoryException($"The tree of {commit[..12]} has {size >> 20} MiB; at most {MostBytes >> 20} are laid out for each evaluation. Choose a smaller repository, or a commit without large files.");
        }

        var blobs = await git.ReadAsync([.. entries.Select(entry => entry.Id)], cancellation).ConfigureAwait(false);
        var contents = entries.Zip(blobs).ToDictionary(
            pair => pair.First.Path,
            pair => pair.Second ?? throw new RepositoryException($"The content of '{pair.First.Path}' is not in this clone, which is a partial one. Fetch it ('git fetch --refetch'), or use a full clone."),
            StringComparer.Ordinal);
        return new RepositorySnapshot(commit, entries, contents, Select(entries, contents, selection));
    }

    /// <summary>Writes the whole tree as a tar archive; links and executable files stay what they are. Equal for equal trees.</summary>
    public void WriteArchive(string file)
    {
        using var stream = File.Create(file);
        TreeArchive.Write(stream, _entries, _contents);
    }

    private static Artifact Select(IEnumerable<TreeEntry> entries, Dictionary<string, byte[]> contents, RepositorySelection selection)
    {
        PathPattern[] evolve = [.. selection.Evolve.Select(pattern => new PathPattern(pattern))], protect = [.. selection.Protect.Select(pattern => new PathPattern(pattern))];
        var wanted = entries.Where(entry => entry.IsFile && Array.Exists(evolve, pattern => pattern.Covers(entry.Path))).ToList();
        var files = wanted.Where(entry => !Array.Exists(protect, pattern => pattern.Covers(entry.Path))).ToList();
        if (files.Count == 0)
        {
            var protectedOnes = wanted.Count == 0 ? "no committed file" : $"{wanted.Count} committed files, all of which are protected by {string.Join(", ", selection.Protect)}";
            throw new RepositoryException($"The patterns to evolve, {string.Join(", ", selection.Evolve)}, fit {protectedOnes}. Expected at least one file that may change, such as \"src/**/*.py\"; paths start at the repository's root.");
        }

        return new Artifact(files.Select(entry => KeyValuePair.Create(Safe(entry.Path), Text(entry.Path, contents[entry.Path]))));
    }

    // Git itself refuses such names when it checks out; a tree that was written by hand may have them.
    private static string Safe(string path) => path.Contains('\\', StringComparison.Ordinal) || path.Split('/').Any(part => part is "" or "." or ".." || part.Equals(".git", StringComparison.OrdinalIgnoreCase))
        ? throw new RepositoryException($"The tree holds a file named '{path}', which is no name that a file of a program can have.")
        : path;

    private static string Text(string path, byte[] bytes)
    {
        try
        {
            return !bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Strict.GetString(bytes)
                : throw new RepositoryException($"'{path}' begins with a byte order mark, which edits would lose. Protect it, or commit it without.");
        }
        catch (DecoderFallbackException)
        {
            throw new RepositoryException($"'{path}' is to evolve and is no UTF-8 text. Protect it, or narrow the patterns to evolve.");
        }
    }
}
