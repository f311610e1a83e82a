using System.Text;

namespace Cambrian.Repositories.Authorship;

/// <summary>Everything that a repository says about who wrote its lines, looked up by commit.</summary>
internal sealed class CommitStatements
{
    private readonly Dictionary<string, IAuthorshipRecord> _notes;
    private readonly Dictionary<string, StatedRanges> _traces;
    private readonly HashSet<string> _machines;

    private CommitStatements(Dictionary<string, IAuthorshipRecord> notes, Dictionary<string, StatedRanges> traces, HashSet<string> machines)
    {
        (_notes, _traces, _machines) = (notes, traces, machines);
    }

    /// <summary>Reads notes, traces and messages.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="head">The commit whose tree may hold traces.</param>
    /// <param name="commits">The commits whose messages count.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<CommitStatements> ReadAsync(Git git, string head, IReadOnlyList<string> commits, CancellationToken cancellation)
    {
        var notes = (await CommitNotes.ReadAsync(git, AuthorshipNote.Reference, cancellation).ConfigureAwait(false))
            .Select(note => (note.Key, Record: AuthorshipNote.Read(note.Value)))
            .Where(note => note.Record is not null)
            .ToDictionary(note => note.Key, note => note.Record!, StringComparer.Ordinal); // the others were just left out
        var contents = await git.ReadAsync(commits, cancellation).ConfigureAwait(false);
        var machines = commits.Zip(contents).Where(commit => commit.Second is { } content && CommitMessage.SaysMachine(content)).Select(commit => commit.First);
        return new CommitStatements(notes, await TracesAsync(git, head, cancellation).ConfigureAwait(false), [.. machines]);
    }

    /// <summary>Who wrote a line. Where a record names lines of that commit it alone counts, also by its silence; else the commit's own words.</summary>
    /// <param name="commit">The commit that the line came with.</param>
    /// <param name="path">The file's path in that commit.</param>
    /// <param name="line">Its number there.</param>
    public LineAuthor AuthorOf(string commit, string path, int line) =>
        _notes.TryGetValue(commit, out var note) ? note.AuthorOf(path, line)
        : _traces.TryGetValue(commit, out var traces) ? traces.AuthorOf(path, line)
        : _machines.Contains(commit) ? LineAuthor.Machine
        : LineAuthor.Unstated;

    private static async Task<Dictionary<string, StatedRanges>> TracesAsync(Git git, string head, CancellationToken cancellation)
    {
        var entries = await git.TreeAsync(head, cancellation).ConfigureAwait(false);
        var committed = await git.ReadAsync([.. entries.Where(entry => entry.IsFile && entry.Path == TraceRecord.CommittedFile).Select(entry => entry.Id)], cancellation).ConfigureAwait(false);
        var noted = await CommitNotes.ReadAsync(git, TraceRecord.Reference, cancellation).ConfigureAwait(false);
        Dictionary<string, StatedRanges> traces = new(StringComparer.Ordinal);
        foreach (var line in noted.Values.Concat(committed.OfType<byte[]>().Select(Encoding.UTF8.GetString)).SelectMany(text => text.Split('\n')).Where(line => line.Length > 0))
        {
            TraceRecord.Read(line, revision => traces.TryGetValue(revision, out var known) ? known : traces[revision] = new StatedRanges());
        }

        return traces;
    }
}
