using System.Globalization;
using System.Text;
using Cambrian.Repositories.Authorship;
using Cambrian.Repositories.Plumbing;

namespace Cambrian.Repositories.Delivery;

/// <summary>Notes to be added below a reference, beside those that are there.</summary>
/// <param name="git">The repository.</param>
/// <param name="reference">Where they are kept.</param>
/// <param name="time">The time of the commit that adds them.</param>
internal sealed class NoteAddition(Git git, string reference, DateTimeOffset time)
{
    private readonly List<(string Commit, string Blob)> _added = [];

    /// <summary>Adds a note to a commit.</summary>
    public async Task AddAsync(string commit, string text, CancellationToken cancellation) =>
        _added.Add((commit, await git.StoreAsync(Encoding.UTF8.GetBytes(text), cancellation).ConfigureAwait(false)));

    /// <summary>The line for <c>git update-ref --stdin</c> that makes them visible; empty when there is nothing to add.</summary>
    public async Task<string> UpdateAsync(CancellationToken cancellation)
    {
        var head = await git.FindCommitAsync(reference, cancellation).ConfigureAwait(false);
        string[] existing = head is null ? [] : [.. (await git.TreeAsync(head, cancellation).ConfigureAwait(false)).Select(entry => entry.Path)];
        var added = _added.Where(note => !existing.Contains(CommitNotes.PathOf(note.Commit, existing))).ToList();
        if (added.Count == 0)
        {
            return "";
        }

        using var index = new PrivateIndex();
        await git.RequireAsync(head is null ? ["read-tree", "--empty"] : ["read-tree", head], default, index.File, cancellation).ConfigureAwait(false);
        var lines = string.Concat(added.Select(note => $"100644 {note.Blob}\t{CommitNotes.PathOf(note.Commit, existing)}\0"));
        await git.RequireAsync(["update-index", "-z", "--index-info"], Encoding.UTF8.GetBytes(lines), index.File, cancellation).ConfigureAwait(false);
        var tree = (await git.RequireAsync(["write-tree"], default, index.File, cancellation).ConfigureAwait(false)).Text;
        var commit = new CommitObject(tree, head is null ? [] : [head], time, string.Create(CultureInfo.InvariantCulture, $"{added.Count} notes added by Cambrian\n"));
        var stored = await CommitObject.StoreAsync(git, commit, cancellation).ConfigureAwait(false);
        return head is null ? $"create {reference} {stored}\n" : $"update {reference} {stored} {head}\n";
    }
}
