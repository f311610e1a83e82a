namespace Cambrian.Sandbox.ControlGroups;

/// <summary>The place below which sandboxes get their control groups: as near below the host's own group as may be written to, so that its limits hold for us too.</summary>
internal sealed class ControlGroupTree
{
    private const string Prefix = "cambrian-";
    private readonly ControlGroupFiles _files;
    private readonly IReadOnlyList<string> _parents;
    private readonly string _stem;
    private int _made;

    private ControlGroupTree(string flavour, ControlGroupFiles files, IReadOnlyList<string> parents)
    {
        (Flavour, _files, _parents) = (flavour, files, parents);
        _stem = $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}-";
    }

    /// <summary>"cgroup-v1" or "cgroup-v2".</summary>
    public string Flavour { get; }

    /// <summary>The tree, or null where control groups are missing or not ours to write.</summary>
    /// <param name="fileSystemRoot">"/", or a test's copy of it.</param>
    public static ControlGroupTree? Find(string fileSystemRoot = "/")
    {
        var mounts = ControlGroupMounts.Read(fileSystemRoot);
        return Version1(mounts) ?? Version2(mounts);
    }

    /// <summary>How the folders of all groups made here begin.</summary>
    public IEnumerable<string> Stems => _parents.Select(parent => Path.Combine(parent, _stem));

    /// <summary>A fresh group with these limits.</summary>
    public ControlGroup Create(SandboxLimits limits)
    {
        var name = _stem + Interlocked.Increment(ref _made);
        return new ControlGroup(_files, [.. _parents.Select(parent => Path.Combine(parent, name))], limits);
    }

    /// <summary>Removes empty groups that hosts left behind which were killed.</summary>
    public void RemoveAbandoned()
    {
        foreach (var folder in _parents.SelectMany(parent => Directory.EnumerateDirectories(parent, Prefix + "*")))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (!Directory.Exists("/proc/" + owner))
            {
                DeleteIfEmpty(folder);
            }
        }
    }

    private static ControlGroupTree? Version1(ControlGroupMounts mounts) =>
        mounts.Version1("memory") is { } memory && mounts.Version1("pids") is { } pids && mounts.Version1("cpuacct") is { } cpu
            ? Working("cgroup-v1", ControlGroupFiles.Version1, memory, pids, cpu)
            : null;

    private static ControlGroupTree? Version2(ControlGroupMounts mounts) =>
        mounts.Version2Ancestors().Select(folder => Working("cgroup-v2", ControlGroupFiles.Version2, folder)).FirstOrDefault(tree => tree is not null);

    // Permissions, delegation and read-only mounts have too many shapes to reason about: make one and see.
    private static ControlGroupTree? Working(string flavour, ControlGroupFiles files, params IReadOnlyList<string> parents)
    {
        var tree = new ControlGroupTree(flavour, files, parents);
        try
        {
            tree.RemoveAbandoned();
            using var trial = tree.Create(SandboxLimits.Default);
            trial.TryRemove();
            return tree;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            foreach (var parent in parents)
            {
                DeleteIfEmpty(Path.Combine(parent, tree._stem + tree._made));
            }

            return null;
        }
    }

    private static void DeleteIfEmpty(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Still in use or not ours: whoever uses it removes it.
        }
    }
}
