namespace Cambrian.Sandbox;

/// <summary>Where a command's program is, and what of the host it needs to run: its installation, when that lies outside /usr.</summary>
/// <param name="Program">Absolute path, the same inside as outside; or the path as it was given, when it is one inside.</param>
/// <param name="Mounts">What to mount for it.</param>
public sealed record Toolchain(string Program, IReadOnlyList<Mount> Mounts)
{
    private const string SystemPath = "/usr/local/bin:/usr/bin:/bin";

    private static readonly string[] SystemFolders = ["/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc/alternatives"];

    /// <summary>PATH inside.</summary>
    public string SearchPath => Mounts.Count == 0 ? SystemPath : $"{Path.GetDirectoryName(Program)}:{SystemPath}";

    /// <summary>Finds a command's program.</summary>
    /// <exception cref="FileNotFoundException">A bare name that is not on PATH.</exception>
    public static Toolchain Of(SandboxedCommand command)
    {
        var program = command.Command[0];
        if (program.Contains('/', StringComparison.Ordinal))
        {
            var isInside = !Path.IsPathRooted(program) || !File.Exists(program) || command.ReadOnly.Any(mount => IsBelow(program, mount.InsidePath));
            return isInside ? new Toolchain(program, []) : At(program);
        }

        return Find(program) ?? throw new FileNotFoundException(
            $"'{program}' is not on PATH. Install it, or give the program's absolute path as the first word of the command.", program);
    }

    /// <summary>Finds a program by its bare name on the host's PATH; null when it is not there.</summary>
    public static Toolchain? Find(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? SystemPath).Split(':', StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, name)).Where(File.Exists).Select(BehindShim).FirstOrDefault(path => path is not null) is { } path ? At(path) : null;
    }

    // pyenv puts scripts on PATH that look up a version by the user's files; the sandbox gets that version itself.
    private static string? BehindShim(string path)
    {
        if (Path.GetDirectoryName(path) is not { } folder || Path.GetFileName(folder) != "shims" || Path.GetDirectoryName(folder) is not { } root)
        {
            return path;
        }

        var chosen = Path.Combine(root, "version");
        var version = Environment.GetEnvironmentVariable("PYENV_VERSION") ?? (File.Exists(chosen) ? File.ReadLines(chosen).FirstOrDefault() : null);
        var real = Path.Combine(root, "versions", version?.Split(':')[0].Trim() ?? "", "bin", Path.GetFileName(path));
        return File.Exists(real) ? real : null;
    }

    // A link may lead out of a virtual environment: both its home and its target's are needed.
    private static Toolchain At(string path)
    {
        var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        var mounts = new[] { path, target }.Where(file => !IsSystem(file)).Select(Installation).Distinct(StringComparer.Ordinal).Select(Mount.Same);
        return new Toolchain(path, [.. mounts]);
    }

    // …/bin/name belongs to …; anything else to its folder. Never a home folder, nor one that holds it.
    private static string Installation(string file)
    {
        var folder = Path.GetDirectoryName(file) ?? file;
        var prefix = Path.GetFileName(folder) == "bin" ? Path.GetDirectoryName(folder) ?? folder : folder;
        return !IsPrivate(prefix) ? prefix : !IsPrivate(folder) ? folder : file;
    }

    private static bool IsPrivate(string folder)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return folder == Path.Combine(home, ".local") || folder == "/root" || Path.GetDirectoryName(folder) is null or "/home" or "/"
            || IsBelow(home, folder);
    }

    private static bool IsSystem(string path) => SystemFolders.Any(folder => IsBelow(path, folder));

    private static bool IsBelow(string path, string folder) => path == folder || path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);
}
