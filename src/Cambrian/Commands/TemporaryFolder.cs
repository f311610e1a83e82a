namespace Cambrian.Commands;

/// <summary>Room for what a command needs only while it runs. Made when it is first asked for.</summary>
internal sealed class TemporaryFolder
{
    private readonly Lazy<string> _root = new(() => Directory.CreateTempSubdirectory("cambrian-").FullName);
    private int _made;

    /// <summary>A new, empty folder of the given name.</summary>
    public string Make(string name) => Directory.CreateDirectory(Path.Combine(_root.Value, $"{_made++}", name)).FullName;

    /// <summary>Takes everything away.</summary>
    public void Remove()
    {
        if (_root.IsValueCreated && Directory.Exists(_root.Value))
        {
            Directory.Delete(_root.Value, recursive: true);
        }
    }
}
