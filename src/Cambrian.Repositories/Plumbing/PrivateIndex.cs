namespace Cambrian.Repositories.Plumbing;

/// <summary>An index file of our own, so that a repository's is never touched. Gone when disposed.</summary>
internal sealed class PrivateIndex : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cambrian-index-");

    /// <summary>Its path; git makes the file.</summary>
    public string File => Path.Combine(_folder.FullName, "index");

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
