using System.Globalization;

namespace Cambrian.Sandbox.Launching;

/// <summary>The installed bubblewrap and what its version can do.</summary>
/// <param name="Path">Absolute path of bwrap.</param>
/// <param name="CapsScratch">Whether it knows --size.</param>
/// <param name="DisablesNesting">Whether it knows --disable-userns; the system-call filter forbids nesting too.</param>
internal sealed record Bubblewrap(string Path, bool CapsScratch, bool DisablesNesting)
{
    // Descriptors of the child, in the order in which the launcher passes them: 0 to 2 as ever, then these.
    private const string StatusDescriptor = "3";
    private const string FilterDescriptor = "4";

    // A network without names and certificates reaches nobody; whoever is led out by a relay needs the certificates alone.
    private static readonly string[] Certificates = ["--ro-bind-try", "/etc/ssl", "/etc/ssl", "--ro-bind-try", "/etc/ca-certificates", "/etc/ca-certificates"];
    private static readonly string[] SharedNetwork = ["--share-net", "--ro-bind-try", "/etc/resolv.conf", "/etc/resolv.conf", "--ro-bind-try", "/etc/hosts", "/etc/hosts", .. Certificates];
    private static readonly string[] Devices = ["null", "zero", "full", "random", "urandom"];
    private static readonly string[] SystemFolders = ["/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"];
    private static readonly string[] SystemFiles = ["/etc/ld.so.cache", "/etc/alternatives"];
    private readonly IReadOnlyList<string> _system = [.. SystemView()];

    /// <summary>The arguments that set a sandbox up, bwrap itself first; the command follows them.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="mounts">Its mounts, those of its installation included.</param>
    /// <param name="mark">A word by which bubblewrap's processes are found in the list of all.</param>
    /// <param name="filtered">Whether the system-call filter is handed over.</param>
    public IEnumerable<string> Arguments(SandboxedCommand command, IEnumerable<Mount> mounts, string mark, bool filtered) =>
    [
        Path, "--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534",
        .. command.Network switch
        {
            NetworkReach.Host => SharedNetwork,
            NetworkReach.Inside => Certificates,
            _ => [],
        },
        "--die-with-parent", "--new-session", "--json-status-fd", StatusDescriptor,
        // There is no such variable: the mark's only purpose is to stand here.
        "--unsetenv", mark,
        .. DisablesNesting ? ["--disable-userns"] : Array.Empty<string>(),
        .. filtered ? ["--seccomp", FilterDescriptor] : Array.Empty<string>(),
        .. _system,
        .. CapsScratch ? ["--size", Invariant(command.Limits.ScratchBytes)] : Array.Empty<string>(),
        "--tmpfs", SandboxedCommand.Scratch,
        .. mounts.SelectMany(mount => new[] { "--ro-bind", mount.HostPath, mount.InsidePath }),
        .. command.Masked.SelectMany(path => Mask(path, mounts)),
        // A host that is root is the owner of /proc/sys inside too, whatever its number there: writable, core_pattern alone is a way out.
        "--remount-ro", "/proc",
        // The root and what bwrap made in it are a file system in memory as well: writable, it would be scratch without a cap.
        "--remount-ro", "/",
        "--chdir", command.WorkingDirectory, "--",
    ];

    // Devices are bound one by one, as bwrap's own --dev is one more uncapped writable file system.
    private static IEnumerable<string> SystemView() =>
    [
        "--ro-bind", "/usr", "/usr",
        .. SystemFolders.SelectMany(SystemFolder),
        .. SystemFiles.SelectMany(path => new[] { "--ro-bind-try", path, path }),
        "--proc", "/proc",
        .. Devices.SelectMany(device => new[] { "--dev-bind", "/dev/" + device, "/dev/" + device }),
        "--symlink", "/proc/self/fd", "/dev/fd",
        "--symlink", "/proc/self/fd/0", "/dev/stdin",
        "--symlink", "/proc/self/fd/1", "/dev/stdout",
        "--symlink", "/proc/self/fd/2", "/dev/stderr",
        "--symlink", SandboxedCommand.Scratch, "/dev/shm",
    ];

    private static IEnumerable<string> SystemFolder(string path) => new DirectoryInfo(path) switch
    {
        { Exists: false } => [],
        { LinkTarget: { } target } => ["--symlink", target, path],
        _ => ["--ro-bind", path, path],
    };

    // A device is bound without the right to open it: reading the covered file fails.
    private static string[] Mask(string path, IEnumerable<Mount> mounts) =>
        Directory.Exists(Outside(path, mounts)) ? ["--tmpfs", path, "--remount-ro", path] : ["--ro-bind", "/dev/null", path];

    private static string Outside(string path, IEnumerable<Mount> mounts) =>
        mounts.Where(mount => path.StartsWith(mount.InsidePath + "/", StringComparison.Ordinal))
            .Select(mount => mount.HostPath + path[mount.InsidePath.Length..])
            .LastOrDefault(path);

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
