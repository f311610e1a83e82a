using System.Globalization;
using System.Text;
using Cambrian.Repositories.Authorship;
using Cambrian.Repositories.Plumbing;

namespace Cambrian.Repositories.Delivery;

/// <summary>
/// Delivers the steps of a run as a new branch, one commit for each. Commits are built from objects; work tree, index, HEAD and existing
/// branches stay as they are. Branch and notes appear together or not at all.
/// </summary>
/// <param name="git">The repository.</param>
/// <param name="order">What is delivered.</param>
public sealed class BranchDelivery(Git git, DeliveryOrder order)
{
    private readonly NoteAddition _notes = new(git, AuthorshipNote.Reference, order.Time), _traces = new(git, TraceRecord.Reference, order.Time);

    private string Reference => $"refs/heads/{order.Branch}";

    /// <summary>Makes the branch.</summary>
    /// <exception cref="RepositoryException">There is such a branch already, its name is none, or the run's commit is not in this repository; nothing was changed.</exception>
    public async Task<DeliveredBranch> MakeAsync(CancellationToken cancellation)
    {
        await RequireFreeAsync(cancellation).ConfigureAwait(false);
        var parent = await git.CommitAsync(order.Base, cancellation).ConfigureAwait(false);
        var entries = (await git.TreeAsync(parent, cancellation).ConfigureAwait(false)).ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        using var index = new PrivateIndex();
        await git.RequireAsync(["read-tree", parent], default, index.File, cancellation).ConfigureAwait(false);
        List<string> commits = [];
        List<TraceRecord> traces = [];
        foreach (var step in order.Steps)
        {
            var tree = await TreeAsync(step, entries, index, cancellation).ConfigureAwait(false);
            var changed = await PathsAsync(parent, tree, cancellation).ConfigureAwait(false);
            var lines = await ChangedLines.OfAsync(git, parent, tree, changed, cancellation).ConfigureAwait(false);
            parent = await CommitAsync(tree, parent, CommitText.Of(order, step, changed), cancellation).ConfigureAwait(false);
            traces.Add(await StateAsync(step, parent, lines, cancellation).ConfigureAwait(false));
            commits.Add(parent);
        }

        await PublishAsync(parent, cancellation).ConfigureAwait(false);
        return new DeliveredBranch(order.Branch, commits, traces);
    }

    private async Task RequireFreeAsync(CancellationToken cancellation)
    {
        if ((await git.ReferAsync(["check-ref-format", "--branch", order.Branch], default, cancellation).ConfigureAwait(false)).Code != 0)
        {
            throw new RepositoryException($"'{order.Branch}' is no name that a branch can have. Choose another with --branch, such as cambrian/faster.");
        }

        if (await git.FindCommitAsync(Reference, cancellation).ConfigureAwait(false) is not null)
        {
            throw new RepositoryException($"There is a branch '{order.Branch}' already; it was left as it is. Look at it with 'git log {order.Branch}', remove it with 'git branch -D {order.Branch}', or choose another name with --branch.");
        }
    }

    // Files keep the mode they have in the repository; whatever is no file there is not the run's to add.
    private async Task<string> TreeAsync(DeliveredStep step, Dictionary<string, TreeEntry> entries, PrivateIndex index, CancellationToken cancellation)
    {
        var lines = new StringBuilder();
        foreach (var (path, text) in step.Artifact.Files)
        {
            var entry = entries.GetValueOrDefault(path) ?? throw new RepositoryException($"The run's file '{path}' is not in commit {order.Base[..12]} of this repository: it is another one than the run started from.");
            lines.Append(CultureInfo.InvariantCulture, $"{entry.Mode} {await git.StoreAsync(Encoding.UTF8.GetBytes(text), cancellation).ConfigureAwait(false)}\t{path}\0");
        }

        await git.RequireAsync(["update-index", "-z", "--index-info"], Encoding.UTF8.GetBytes(lines.ToString()), index.File, cancellation).ConfigureAwait(false);
        return (await git.RequireAsync(["write-tree"], default, index.File, cancellation).ConfigureAwait(false)).Text;
    }

    private async Task<IReadOnlyList<string>> PathsAsync(string before, string after, CancellationToken cancellation)
    {
        var names = await git.RequireAsync(["diff-tree", "-r", "-z", "--name-only", "--no-renames", before, after], default, index: null, cancellation).ConfigureAwait(false);
        return Encoding.UTF8.GetString(names.Output).Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<string> CommitAsync(string tree, string parent, string message, CancellationToken cancellation) =>
        await CommitObject.StoreAsync(git, new CommitObject(tree, [parent], order.Time, message), cancellation).ConfigureAwait(false);

    private async Task<TraceRecord> StateAsync(
        DeliveredStep step, string commit, IReadOnlyDictionary<string, IReadOnlyList<(int First, int Last)>> lines, CancellationToken cancellation)
    {
        var trace = new TraceRecord { Revision = commit, Time = order.Time, Model = step.IsByMachine ? $"cambrian/{step.Origin}" : null, Lines = lines };
        await _traces.AddAsync(commit, trace.ToJson() + "\n", cancellation).ConfigureAwait(false);
        if (step.IsByMachine)
        {
            // Of a person git-ai wants to know the name and address, which a run does not.
            var conversation = string.Create(CultureInfo.InvariantCulture, $"{order.Run}/step-{step.Number}");
            await _notes.AddAsync(commit, AuthorshipNote.Write(commit, conversation, step.Origin, lines), cancellation).ConfigureAwait(false);
        }

        return trace;
    }

    // One transaction: it fails as a whole when somebody made the branch, or a note, since we looked.
    private async Task PublishAsync(string tip, CancellationToken cancellation)
    {
        var notes = await _notes.UpdateAsync(cancellation).ConfigureAwait(false);
        var traces = await _traces.UpdateAsync(cancellation).ConfigureAwait(false);
        var input = Encoding.UTF8.GetBytes($"start\ncreate {Reference} {tip}\n{notes}{traces}prepare\ncommit\n");
        var result = await git.ReferAsync(["update-ref", "--stdin"], input, cancellation).ConfigureAwait(false);
        if (result.Code != 0)
        {
            throw new RepositoryException($"The branch '{order.Branch}' could not be made, and nothing was changed: {result.Error.Trim()}");
        }
    }
}
