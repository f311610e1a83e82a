using System.Collections.Concurrent;
using Cambrian.Repositories.Authorship;

namespace Cambrian.Repositories.Shares;

/// <summary>How many of a repository's lines programs wrote, as far as its commits say.</summary>
public sealed record RepositoryShare
{
    /// <summary>The commit that was counted; full hash.</summary>
    public required string Commit { get; init; }

    /// <summary>Tracked text files.</summary>
    public required int Files { get; init; }

    /// <summary>Lines by who wrote them; together the denominator.</summary>
    public required IReadOnlyDictionary<LineAuthor, int> LinesBy { get; init; }

    /// <summary>Unstated lines whose history this clone does not have.</summary>
    public required int CutOff { get; init; }

    /// <summary>Tracked files whose lines are not counted.</summary>
    public required IReadOnlyList<LeftOutFile> LeftOut { get; init; }

    /// <summary>The numerator: lines that a program wrote, by a statement.</summary>
    public int Machine => LinesBy.GetValueOrDefault(LineAuthor.Machine);

    /// <summary>Lines that a person wrote, by a statement.</summary>
    public int Person => LinesBy.GetValueOrDefault(LineAuthor.Person);

    /// <summary>Lines that both wrote, by a statement.</summary>
    public int Mixed => LinesBy.GetValueOrDefault(LineAuthor.Mixed);

    /// <summary>The unknowns: lines of which nobody said who wrote them.</summary>
    public int Unstated => LinesBy.GetValueOrDefault(LineAuthor.Unstated);

    /// <summary>The denominator: all lines of tracked text files.</summary>
    public int Lines => LinesBy.Values.Sum();

    /// <summary>The least that the share can be, of 1; null without lines.</summary>
    public double? Least => Lines == 0 ? null : (double)Machine / Lines;

    /// <summary>The most that it can be: were all mixed and unknown lines written by programs.</summary>
    public double? Most => Lines == 0 ? null : (double)(Machine + Mixed + Unstated) / Lines;

    /// <summary>Counts.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="name">The commit; usually HEAD.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RepositoryException">There is no such commit, or it cannot be read.</exception>
    public static async Task<RepositoryShare> CountAsync(Git git, string name, CancellationToken cancellation)
    {
        var head = await git.CommitAsync(name, cancellation).ConfigureAwait(false);
        var (files, leftOut) = await TrackedText.OfAsync(git, head, cancellation).ConfigureAwait(false);
        var blamed = new ConcurrentBag<BlamedLines>();
        await Parallel.ForEachAsync(files, cancellation, async (file, token) =>
        {
            foreach (var lines in await BlamedLines.OfAsync(git, head, file, token).ConfigureAwait(false))
            {
                blamed.Add(lines);
            }
        }).ConfigureAwait(false);
        var statements = await CommitStatements.ReadAsync(git, head, [.. blamed.Select(lines => lines.Commit).Distinct(StringComparer.Ordinal)], cancellation).ConfigureAwait(false);
        return new RepositoryShare
        {
            Commit = head,
            Files = files.Count,
            LinesBy = blamed.SelectMany(lines => AuthorsOf(lines, statements)).CountBy(author => author).ToDictionary(),
            CutOff = blamed.Where(lines => lines.IsCutOff).Sum(lines => lines.Count),
            LeftOut = leftOut,
        };
    }

    private static IEnumerable<LineAuthor> AuthorsOf(BlamedLines lines, CommitStatements statements) => Enumerable.Range(lines.First, lines.Count)
        .Select(line => lines.IsCutOff ? LineAuthor.Unstated : statements.AuthorOf(lines.Commit, lines.Path, line));
}
