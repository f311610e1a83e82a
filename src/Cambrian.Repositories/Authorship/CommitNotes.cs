using System.Text;

namespace Cambrian.Repositories.Authorship;

/// <summary>Notes on commits as git keeps them: a tree whose file names are commits, perhaps spread over folders.</summary>
internal static class CommitNotes
{
    /// <summary>All notes below a reference, by commit; none when there is no such reference.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(Git git, string reference, CancellationToken cancellation)
    {
        if (await git.FindCommitAsync(reference, cancellation).ConfigureAwait(false) is not { } head)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        var entries = await git.TreeAsync(head, cancellation).ConfigureAwait(false);
        var contents = await git.ReadAsync([.. entries.Select(entry => entry.Id)], cancellation).ConfigureAwait(false);
        return entries.Zip(contents).Where(note => note.Second is not null).GroupBy(note => note.First.Path.Replace("/", "", StringComparison.Ordinal))
            .ToDictionary(notes => notes.Key, notes => Encoding.UTF8.GetString(notes.First().Second!), StringComparer.Ordinal); // the others were just left out
    }

    /// <summary>Where a new note goes in a tree with the given ones: in as many folders as they are.</summary>
    public static string PathOf(string commit, IEnumerable<string> existing)
    {
        var depth = existing.Select(path => path.Count(letter => letter == '/')).DefaultIfEmpty(0).Min();
        return string.Concat(Enumerable.Range(0, depth).Select(level => $"{commit.Substring(2 * level, 2)}/")) + commit[(2 * depth)..];
    }
}
