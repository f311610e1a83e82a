namespace Cambrian.Sandbox;

/// <summary>A file or folder of the host that a sandboxed program may read.</summary>
/// <param name="HostPath">Absolute path outside; must exist.</param>
/// <param name="InsidePath">Absolute path inside.</param>
public sealed record Mount(string HostPath, string InsidePath)
{
    /// <summary>The same path inside as outside.</summary>
    public static Mount Same(string path) => new(path, path);
}
