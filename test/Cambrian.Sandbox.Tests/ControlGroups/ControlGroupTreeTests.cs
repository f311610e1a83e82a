using Cambrian.Sandbox.ControlGroups;

namespace Cambrian.Sandbox.Tests.ControlGroups;

[Collection(nameof(Alone))]
public sealed class ControlGroupTreeTests(Sandboxes sandboxes) : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cambrian-root-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task No_control_group_is_left_behind()
    {
        for (var index = 0; index < 20; index++)
        {
            await sandboxes.ShellAsync("true");
        }

        var mounts = ControlGroupMounts.Read("/");
        string?[] folders = [mounts.Version1("memory"), mounts.Version1("pids"), .. mounts.Version2Ancestors()];
        for (var waited = 0; waited < 100 && Left().Any(); waited++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Empty(Left());

        IEnumerable<string> Left() => folders.OfType<string>().SelectMany(folder => Directory.EnumerateDirectories(folder, $"cambrian-{Environment.ProcessId}-*"));
    }

    [Fact]
    public void Version_1_controllers_are_found_each_in_its_own_hierarchy()
    {
        var mounts = Mounts(
            ["9 1 0:1 / /cg/memory rw shared:1 - cgroup cgroup rw,memory", "10 1 0:2 / /cg/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct"],
            ["4:memory:/mine", "3:cpu,cpuacct:/other"],
            "cg/memory/mine", "cg/cpu,cpuacct/other");

        Assert.Equal(Path.Combine(_root, "cg/memory/mine"), mounts.Version1("memory"));
        Assert.Equal(Path.Combine(_root, "cg/cpu,cpuacct/other"), mounts.Version1("cpuacct"));
        Assert.Null(mounts.Version1("pids"));
    }

    [Fact]
    public void Inside_a_container_the_mount_itself_is_the_own_folder()
    {
        var mounts = Mounts(["9 1 0:1 /docker/abc /cg/memory ro - cgroup cgroup rw,memory"], ["4:memory:/docker/abc"], "cg/memory");

        Assert.Equal(Path.Combine(_root, "cg/memory"), mounts.Version1("memory"));
    }

    [Fact]
    public void Version_2_offers_the_nearest_folder_that_hands_memory_and_pids_down()
    {
        var mounts = Mounts(
            ["9 1 0:1 / /cg rw - cgroup2 cgroup2 rw,nsdelegate"],
            ["0::/user.slice/user@1000.service/app.slice/terminal.scope"],
            "cg/user.slice/user@1000.service/app.slice/terminal.scope");
        Write("cg/cgroup.subtree_control", "cpu memory pids\n");
        Write("cg/user.slice/cgroup.subtree_control", "memory pids\n");
        Write("cg/user.slice/user@1000.service/cgroup.subtree_control", "memory pids\n");
        Write("cg/user.slice/user@1000.service/app.slice/cgroup.subtree_control", "cpu\n");
        Write("cg/user.slice/user@1000.service/app.slice/terminal.scope/cgroup.subtree_control", "\n");

        Assert.Equal(
            [Path.Combine(_root, "cg/user.slice/user@1000.service"), Path.Combine(_root, "cg/user.slice"), Path.Combine(_root, "cg")],
            mounts.Version2Ancestors());
    }

    [Fact]
    public void A_machine_without_control_groups_has_no_tree() => Assert.Null(ControlGroupTree.Find(_root));

    [Fact]
    public void Folders_in_which_no_limit_can_be_set_are_no_tree_and_stay_clean()
    {
        Write("proc/self/mountinfo", "9 1 0:1 / /cg rw - cgroup2 cgroup2 rw\n");
        Write("proc/self/cgroup", "0::/\n");
        Write("cg/cgroup.subtree_control", "memory pids\n");

        // A plain folder takes any file, but has no cpu.stat to read.
        Assert.Null(ControlGroupTree.Find(_root));
    }

    private ControlGroupMounts Mounts(string[] mounts, string[] memberships, params string[] folders)
    {
        foreach (var folder in folders)
        {
            Directory.CreateDirectory(Path.Combine(_root, folder));
        }

        return new ControlGroupMounts(_root, mounts, memberships);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
