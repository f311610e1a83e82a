namespace Cambrian.Repositories.Plumbing;

/// <summary>
/// A Git directory of our own over a repository's objects. Whatever reads or writes objects runs in it, so that the repository's
/// configuration, attributes, hooks, grafts and replacements are not even read. Gone when disposed.
/// </summary>
internal sealed class ObjectStore : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cambrian-git-");

    /// <summary>Makes it.</summary>
    /// <param name="format">"sha1" or "sha256".</param>
    /// <param name="objects">Absolute path of the repository's objects.</param>
    /// <param name="shallow">The file that says where a shallow clone's history ends; it need not exist.</param>
    public ObjectStore(string format, string objects, string shallow)
    {
        Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["GIT_DIR"] = _folder.FullName, ["GIT_OBJECT_DIRECTORY"] = objects };
        var extension = format == "sha1" ? "" : $"[extensions]\n\tobjectformat = {format}\n";
        File.WriteAllText(Path.Combine(Folder, "config"), $"[core]\n\trepositoryformatversion = {(extension.Length == 0 ? 0 : 1)}\n\tbare = true\n{extension}");
        File.WriteAllText(Path.Combine(Folder, "HEAD"), "ref: refs/heads/none\n");
        _folder.CreateSubdirectory("refs");
        if (File.Exists(shallow))
        {
            File.Copy(shallow, Path.Combine(Folder, "shallow"));
            Ends = [.. File.ReadLines(shallow)];
        }
    }

    /// <summary>Its path.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The variables that point git at it.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>The commits with which a shallow clone's history ends.</summary>
    public IReadOnlyList<string> Ends { get; } = [];

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
