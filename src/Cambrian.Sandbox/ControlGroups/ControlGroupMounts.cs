namespace Cambrian.Sandbox.ControlGroups;

/// <summary>Where this process's own control groups are in the file system.</summary>
/// <param name="root">"/", or a test's copy of it.</param>
/// <param name="mounts">Lines of /proc/self/mountinfo.</param>
/// <param name="memberships">Lines of /proc/self/cgroup.</param>
internal sealed class ControlGroupMounts(string root, IReadOnlyList<string> mounts, IReadOnlyList<string> memberships)
{
    private static readonly ControlGroupMounts None = new("/", [], []);

    /// <summary>Reads what the kernel says; empty where it has no control groups.</summary>
    public static ControlGroupMounts Read(string root)
    {
        var (mounts, memberships) = (Path.Combine(root, "proc/self/mountinfo"), Path.Combine(root, "proc/self/cgroup"));
        return File.Exists(mounts) && File.Exists(memberships) ? new ControlGroupMounts(root, File.ReadAllLines(mounts), File.ReadAllLines(memberships)) : None;
    }

    /// <summary>Our own folder under a version 1 controller, or null.</summary>
    public string? Version1(string controller)
    {
        var mount = MountPoint(fields => fields.Type == "cgroup" && fields.Options.Split(',').Contains(controller));
        return mount is null ? null : OwnFolder(mount, Membership(controllers => controllers.Split(',').Contains(controller)));
    }

    /// <summary>Our own version 2 folder and those above it, nearest first, as far as they offer memory and pids.</summary>
    public IEnumerable<string> Version2Ancestors()
    {
        if (MountPoint(fields => fields.Type == "cgroup2") is not { } mount)
        {
            yield break;
        }

        var top = new DirectoryInfo(mount).FullName;
        for (var folder = new DirectoryInfo(OwnFolder(mount, Membership(controllers => controllers.Length == 0)));
             folder is not null && folder.FullName.StartsWith(top, StringComparison.Ordinal);
             folder = folder.Parent)
        {
            if (HandsDown(folder.FullName))
            {
                yield return folder.FullName;
            }
        }
    }

    // Only what a folder's subtree_control lists exists in the folders below it.
    private static bool HandsDown(string folder)
    {
        var file = Path.Combine(folder, "cgroup.subtree_control");
        return File.Exists(file) && File.ReadAllText(file).Split([' ', '\n']) is var controllers && controllers.Contains("memory") && controllers.Contains("pids");
    }

    // Inside a container the membership names the outside's path, which is not there: its own folder is then the mount itself.
    private static string OwnFolder(string mount, string membership)
    {
        var own = Path.Combine(mount, membership.TrimStart('/'));
        return Directory.Exists(own) ? own : mount;
    }

    // "hierarchy:controllers:path"
    private string Membership(Func<string, bool> isWanted) =>
        memberships.Select(line => line.Split(':', 3)).Where(parts => parts.Length == 3 && isWanted(parts[1])).Select(parts => parts[2]).FirstOrDefault("/");

    // "id parent major:minor root mountpoint options … - type source superoptions"
    private string? MountPoint(Func<(string Type, string Options), bool> isWanted)
    {
        foreach (var line in mounts)
        {
            var halves = line.Split(" - ", 2);
            var (left, right) = (halves[0].Split(' '), halves[^1].Split(' '));
            if (left.Length > 4 && right.Length > 2 && isWanted((right[0], right[2])))
            {
                return Path.Combine(root, left[4].TrimStart('/'));
            }
        }

        return null;
    }
}
