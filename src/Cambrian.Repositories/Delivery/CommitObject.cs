using System.Globalization;
using System.Text;

namespace Cambrian.Repositories.Delivery;

/// <summary>A commit to be stored.</summary>
/// <param name="Tree">Its tree.</param>
/// <param name="Parents">Its parents.</param>
/// <param name="Time">The time it bears, to the second, in UTC.</param>
/// <param name="Message">Its message.</param>
internal sealed record CommitObject(string Tree, IReadOnlyList<string> Parents, DateTimeOffset Time, string Message)
{
    // No address that somebody could have: the machine signs nothing off, and whoever merges does so under a name of their own.
    private const string Author = "Cambrian <cambrian@localhost>";

    /// <summary>Stores it. Written as an object, not by commit-tree: what a person has configured has no part in it, so equal commits have equal hashes.</summary>
    public static async Task<string> StoreAsync(Git git, CommitObject commit, CancellationToken cancellation)
    {
        var signature = string.Create(CultureInfo.InvariantCulture, $"{Author} {commit.Time.ToUnixTimeSeconds()} +0000");
        var text = $"tree {commit.Tree}\n{string.Concat(commit.Parents.Select(parent => $"parent {parent}\n"))}author {signature}\ncommitter {signature}\n\n{commit.Message}";
        return (await git.RequireAsync(["hash-object", "-t", "commit", "-w", "--stdin"], Encoding.UTF8.GetBytes(text), index: null, cancellation).ConfigureAwait(false)).Text;
    }
}
