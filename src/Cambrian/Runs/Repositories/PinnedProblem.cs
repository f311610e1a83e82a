using System.Text.Json;
using System.Text.Json.Nodes;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Repositories;

namespace Cambrian.Runs.Repositories;

/// <summary>
/// Turns a problem that names a repository into one that is complete in itself: the commit's hash instead of its name, its tree as an
/// archive, and what may change as the seed. From then on neither Git nor the repository is needed, and the same commit gives the same run.
/// </summary>
internal static class PinnedProblem
{
    private static readonly string[] Members = ["statement.md", "README.md"];
    private static readonly string[] Folders = ["data", "cheats", "references", "prompts"];
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether a folder names a repository of which no snapshot was taken yet. One whose description cannot be read does not: whoever loads it says why.</summary>
    public static bool IsWanted(string folder)
    {
        var description = Path.Combine(folder, "problem.json");
        if (!File.Exists(description) || File.Exists(Path.Combine(folder, RepositorySection.Archive)))
        {
            return false;
        }

        try
        {
            return JsonNode.Parse(File.ReadAllText(description), documentOptions: Lenient) is JsonObject members && members["repository"] is JsonObject;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Makes the complete problem.</summary>
    /// <param name="folder">The folder that names the repository.</param>
    /// <param name="place">An empty folder for the complete one; its name becomes the problem's.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RepositoryException">The repository, the commit or the patterns cannot be used.</exception>
    public static async Task<ProblemFolder> MakeAsync(string folder, string place, CancellationToken cancellation)
    {
        var description = Path.Combine(folder, "problem.json");
        var section = ProblemFileReader.Read(description).Repository!; // the caller has looked
        var repository = Path.GetFullPath(section.Path, folder);
        using var git = await Git.OpenAsync(repository, cancellation).ConfigureAwait(false);
        var selection = new RepositorySelection { Evolve = section.Evolve };
        selection = section.Protect is { } given ? selection with { Protect = given } : selection;
        var snapshot = await RepositorySnapshot.TakeAsync(git, section.Commit, selection, cancellation).ConfigureAwait(false);
        CopyMembers(folder, place);
        snapshot.WriteArchive(Path.Combine(place, RepositorySection.Archive));
        WriteSeed(snapshot.Evolvable, Path.Combine(place, "seed"));
        var pinned = JsonNode.Parse(await File.ReadAllTextAsync(description, cancellation).ConfigureAwait(false), documentOptions: Lenient)!;
        pinned["repository"]!["path"] = repository; // it was just read, so it is there
        pinned["repository"]!["commit"] = snapshot.Commit;
        await File.WriteAllTextAsync(Path.Combine(place, "problem.json"), pinned.ToJsonString(Indented), cancellation).ConfigureAwait(false);
        return ProblemFolder.Load(place);
    }

    // In a repository's own root nearly everything belongs to the repository; elsewhere all of it is the problem's, such as a program that scores.
    private static void CopyMembers(string folder, string place)
    {
        var isRoot = Path.Exists(Path.Combine(folder, ".git"));
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => !isRoot || Members.Contains(Path.GetFileName(file))))
        {
            File.Copy(file, Path.Combine(place, Path.GetFileName(file)));
        }

        foreach (var sub in Directory.EnumerateDirectories(folder).Where(sub => isRoot ? Folders.Contains(Path.GetFileName(sub)) : Path.GetFileName(sub) is not ("runs" or "seed")))
        {
            var copy = Directory.CreateDirectory(Path.Combine(place, Path.GetFileName(sub))).FullName;
            CopyMembers(sub, copy);
        }
    }

    private static void WriteSeed(Artifact program, string folder)
    {
        foreach (var (path, text) in program.Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? folder);
            File.WriteAllText(file, text);
        }
    }
}
