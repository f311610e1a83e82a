using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Cambrian.Repositories.Plumbing;

namespace Cambrian.Repositories;

/// <summary>
/// A Git repository, spoken to by plumbing commands only: neither its work tree nor its index is ever read or written, and nothing that it
/// contains or configures is run. Safe to share between threads.
/// </summary>
public sealed class Git : IDisposable
{
    private static readonly ImmutableDictionary<string, string> None = ImmutableDictionary<string, string>.Empty;
    private readonly ObjectStore _objects;

    private Git(string folder, string format, string objects, string shallow)
    {
        Folder = folder;
        _objects = new ObjectStore(format, objects, shallow);
    }

    /// <summary>Absolute path of the git directory; of a linked work tree its own.</summary>
    public string Folder { get; }

    /// <summary>The commits with which the history ends in a shallow clone, though not in truth; none in a full one.</summary>
    internal IReadOnlyList<string> Ends => _objects.Ends;

    /// <summary>Opens the repository that a folder belongs to.</summary>
    /// <param name="path">A folder of its work tree, or a bare repository.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RepositoryException">It belongs to none, or git is not installed.</exception>
    public static async Task<Git> OpenAsync(string path, CancellationToken cancellation)
    {
        if (!Directory.Exists(path))
        {
            throw new RepositoryException($"There is no folder '{path}'; expected a Git repository.");
        }

        string[] asked = ["rev-parse", "--absolute-git-dir", "--show-object-format", "--git-path", "objects", "--git-path", "shallow"];
        var found = await GitProcess.RunAsync(path, [.. GitEnvironment.Options, .. asked], None, default, cancellation).ConfigureAwait(false);
        return found.Code == 0 && found.Text.Split('\n') is [var folder, var format, var objects, var shallow]
            ? new Git(folder, format, Path.GetFullPath(objects, path), Path.GetFullPath(shallow, path))
            : throw new RepositoryException($"'{path}' is not a Git repository that can be read ({found.Error.Trim()}). Expected a folder with a .git; 'git init' and 'git commit' make one.");
    }

    /// <summary>The full hash of a commit.</summary>
    /// <param name="name">A hash, a branch, a tag, or HEAD.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RepositoryException">There is no such commit.</exception>
    public async Task<string> CommitAsync(string name, CancellationToken cancellation) =>
        await FindCommitAsync(name, cancellation).ConfigureAwait(false)
            ?? throw new RepositoryException($"There is no commit '{name}' in {Folder}. Expected one that this clone has; what is not committed does not count.");

    /// <inheritdoc/>
    public void Dispose() => _objects.Dispose();

    /// <summary>The full hash of a commit; null when there is none.</summary>
    internal async Task<string?> FindCommitAsync(string name, CancellationToken cancellation)
    {
        var found = await ReferAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", $"{name}^{{commit}}"], default, cancellation).ConfigureAwait(false);
        return found.Code == 0 ? found.Text : null;
    }

    /// <summary>Calls git on names: branches, tags, notes. Their place is the repository's own; what it configures is overruled.</summary>
    internal Task<GitResult> ReferAsync(IEnumerable<string> words, ReadOnlyMemory<byte> input, CancellationToken cancellation) =>
        GitProcess.RunAsync(Folder, [.. GitEnvironment.Options, .. words], None.Add("GIT_DIR", Folder), input, cancellation);

    /// <summary>Calls git on objects.</summary>
    /// <param name="words">The command and its arguments; commits by their hashes.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="index">A private index file; null where the command needs none.</param>
    /// <param name="cancellation">Kills it.</param>
    /// <exception cref="RepositoryException">It failed.</exception>
    internal async Task<GitResult> RequireAsync(IReadOnlyList<string> words, ReadOnlyMemory<byte> input, string? index, CancellationToken cancellation)
    {
        var variables = index is null ? _objects.Variables : _objects.Variables.Append(KeyValuePair.Create("GIT_INDEX_FILE", index)).ToDictionary(StringComparer.Ordinal);
        var result = await GitProcess.RunAsync(_objects.Folder, [.. GitEnvironment.Options, .. words], variables, input, cancellation).ConfigureAwait(false);
        return result.Code == 0
            ? result
            : throw new RepositoryException($"'git {words[0]}' failed in {Folder}: {result.Error.Trim()}");
    }

    /// <summary>The files of a commit's tree, in the order of their paths.</summary>
    internal async Task<IReadOnlyList<TreeEntry>> TreeAsync(string commit, CancellationToken cancellation) =>
        TreeEntry.Parse((await RequireAsync(["ls-tree", "-r", "-l", "-z", "--full-tree", commit], default, index: null, cancellation).ConfigureAwait(false)).Output);

    /// <summary>The contents of objects, byte for byte as they are stored: no filter is applied. In the order asked for; null for those this clone has not.</summary>
    internal async Task<IReadOnlyList<byte[]?>> ReadAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var asked = Encoding.ASCII.GetBytes(string.Concat(ids.Select(id => $"{id}\n")));
        var answer = (await RequireAsync(["cat-file", "--batch"], asked, index: null, cancellation).ConfigureAwait(false)).Output.AsMemory();
        var contents = new byte[]?[ids.Count];
        for (var index = 0; index < ids.Count; index++)
        {
            var line = answer.Span.IndexOf((byte)'\n');
            var words = Encoding.UTF8.GetString(answer.Span[..line]).Split(' ');
            answer = answer[(line + 1)..];
            if (words is [_, _, var length])
            {
                var size = int.Parse(length, CultureInfo.InvariantCulture);
                contents[index] = answer[..size].ToArray();
                answer = answer[(size + 1)..];
            }
        }

        return contents;
    }

    /// <summary>Stores a blob. Its id.</summary>
    internal async Task<string> StoreAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        (await RequireAsync(["hash-object", "-w", "--stdin", "--no-filters"], content, index: null, cancellation).ConfigureAwait(false)).Text;
}
