namespace Cambrian.Sandbox.Tests;

/// <summary>Programs that try to get out, to harm, or to stay. Each must be contained with a clear reason, and the next one must run as if nothing had been.</summary>
public sealed class EscapeTests(Sandboxes sandboxes)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/etc/shadow")]
    [InlineData("/etc/passwd")]
    [InlineData("/etc/hostname")]
    [InlineData("/root")]
    [InlineData("/home")]
    [InlineData("/work")]
    [InlineData("/var")]
    [InlineData("/sys")]
    [InlineData("/run")]
    [InlineData("/mnt")]
    [InlineData("/boot")]
    [InlineData("/dev/sda")]
    [InlineData("/dev/vda")]
    [InlineData("/dev/kvm")]
    [InlineData("/dev/mem")]
    [InlineData("/proc/kcore")]
    public async Task The_host_s_files_cannot_be_read(string path)
    {
        var result = await sandboxes.ShellAsync($"""
            if [ -d {path} ]; then ls -A {path}; else cat {path}; fi
            """);

        Assert.Equal("", Sandboxes.Text(result));
        await AssertNextRunWorksAsync();
    }

    [Fact]
    public async Task A_secret_file_of_the_host_cannot_be_found_by_any_path()
    {
        var secret = Path.Combine(Directory.CreateTempSubdirectory("cambrian-secret-").FullName, "secret.txt");
        await File.WriteAllTextAsync(secret, "secret", Cancellation);

        var result = await sandboxes.ShellAsync($"""
            for p in {secret} /proc/1/root{secret} /proc/self/root{secret} /proc/self/cwd/../../..{secret} /..{secret} /oldroot{secret} /newroot{secret}; do cat $p; done
            """);

        File.Delete(secret);
        Directory.Delete(Path.GetDirectoryName(secret)!);
        Assert.Equal("", Sandboxes.Text(result));
    }

    [Fact]
    public async Task Other_processes_cannot_be_seen_nor_their_environment()
    {
        var result = await sandboxes.ShellAsync("ls -d /proc/[0-9]* | wc -l; cat /proc/[0-9]*/cmdline | tr '\\0' ' '");
        var lines = Sandboxes.Text(result).Split('\n');

        Assert.InRange(int.Parse(lines[0]), 1, 6);
        Assert.DoesNotContain("dotnet", lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.ProcessId.ToString(), Sandboxes.Text(await sandboxes.ShellAsync("ls /proc")).Split('\n'));
    }

    [Fact]
    public async Task The_host_s_environment_is_not_inherited()
    {
        Environment.SetEnvironmentVariable("CAMBRIAN_TEST_SECRET", "sesame");

        var result = await sandboxes.ShellAsync("env; cat /proc/*/environ");

        Environment.SetEnvironmentVariable("CAMBRIAN_TEST_SECRET", null);
        Assert.DoesNotContain("sesame", Sandboxes.Text(result), StringComparison.Ordinal);
        Assert.Contains("HOME=/tmp", Sandboxes.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_descriptor_but_the_three_standard_ones_is_inherited()
    {
        var result = await sandboxes.PythonAsync("import os; print(sorted(int(f) for f in os.listdir('/proc/self/fd')))");

        Assert.Equal("[0, 1, 2, 3]", Sandboxes.Text(result)); // 3 is the listing itself.
    }

    [Theory]
    [InlineData("socket.create_connection(('1.1.1.1', 53), 2)")]
    [InlineData("socket.create_connection(('127.0.0.1', 22), 2)")]
    [InlineData("socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('8.8.8.8', 53))")]
    [InlineData("socket.socket(socket.AF_INET6, socket.SOCK_STREAM)")]
    [InlineData("socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)")]
    [InlineData("socket.socket(40, socket.SOCK_STREAM)")] // AF_VSOCK: would reach a virtual machine's host past any network namespace.
    [InlineData("socket.getaddrinfo('example.org', 80)")]
    public async Task There_is_no_network(string attempt)
    {
        var result = await sandboxes.PythonAsync($"import socket\n{attempt}\nprint('connected')");

        Assert.NotEqual(0, result.Exit.Code);
        Assert.DoesNotContain("connected", Sandboxes.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_loopback_interface_exists()
    {
        var result = await sandboxes.ShellAsync("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '");

        Assert.Equal("lo", Sandboxes.Text(result));
    }

    [Fact]
    public async Task A_fork_bomb_is_stopped()
    {
        var limits = Sandboxes.Quick with { WallTime = TimeSpan.FromSeconds(2) };

        var result = await sandboxes.ShellAsync("bomb() { bomb | bomb & }; bomb; while :; do sleep 1; done", limits);

        Assert.Contains(result.Exit.Reason, new[] { ExitReason.TimedOut, ExitReason.CpuExceeded, ExitReason.MemoryExceeded, ExitReason.ProcessesExceeded, ExitReason.Exited });
        Assert.True(result.Exit.RefusedProcesses > 0 || sandboxes.Runner.Grade < IsolationGrade.Full);
        await AssertNextRunWorksAsync();
    }

    [Fact]
    public async Task A_program_that_forks_too_often_learns_it_and_the_reason_says_so()
    {
        var result = await sandboxes.PythonAsync("""
            import os, sys, time
            for i in range(200):
                try:
                    if os.fork() == 0: time.sleep(100); os._exit(0)
                except OSError as error:
                    print(i); sys.exit(5)
            """);

        Assert.Equal(5, result.Exit.Code);
        Assert.InRange(int.Parse(Sandboxes.Text(result)), 10, Sandboxes.Quick.Processes);
        if (sandboxes.Runner.Grade == IsolationGrade.Full)
        {
            Assert.Equal("ended with exit code 5 (the limit of 32 processes was reached)", result.Exit.Message);
        }
    }

    [Fact]
    public async Task A_memory_bomb_is_killed_for_its_memory()
    {
        var result = await sandboxes.PythonAsync("x = []\nwhile True: x.append(bytearray(1 << 20))");

        Assert.Equal(ExitReason.MemoryExceeded, result.Exit.Reason);
        Assert.Equal("killed: more than 128 MiB of memory", result.Exit.Message);
        Assert.InRange(result.Exit.PeakMemoryBytes, 64L << 20, 192L << 20);
        await AssertNextRunWorksAsync();
    }

    [Fact]
    public async Task Memory_taken_by_many_processes_together_counts_together()
    {
        var result = await sandboxes.PythonAsync("""
            import os, time
            for _ in range(10):
                if os.fork() == 0:
                    x = bytearray(30 << 20); time.sleep(100)
            time.sleep(100)
            """);

        Assert.Equal(ExitReason.MemoryExceeded, result.Exit.Reason);
    }

    [Theory]
    [InlineData("while True: pass")]
    [InlineData("import signal\nfor s in range(1, 65):\n  try: signal.signal(s, signal.SIG_IGN)\n  except (OSError, ValueError): pass\nwhile True: pass")]
    public async Task An_endless_loop_is_killed_at_the_deadline(string loop)
    {
        var result = await sandboxes.PythonAsync(loop, Sandboxes.Quick with { WallTime = TimeSpan.FromMilliseconds(300) });

        Assert.Equal(ExitReason.TimedOut, result.Exit.Reason);
        Assert.InRange(result.Exit.Wall, TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Processor_time_is_counted_over_all_processes_and_kills()
    {
        var result = await sandboxes.PythonAsync(
            "import os\nfor _ in range(3): os.fork()\nwhile True: pass", Sandboxes.Quick with { CpuTime = TimeSpan.FromMilliseconds(400) });

        Assert.Equal(ExitReason.CpuExceeded, result.Exit.Reason);
        Assert.InRange(result.Exit.Cpu, TimeSpan.FromMilliseconds(350), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Endless_output_is_cut_off()
    {
        var result = await sandboxes.ShellAsync("yes");

        Assert.Equal(ExitReason.OutputExceeded, result.Exit.Reason);
        Assert.Equal(Sandboxes.Quick.OutputBytes, result.Output.Length);
    }

    [Fact]
    public async Task Endless_errors_are_dropped_but_for_their_end()
    {
        var result = await sandboxes.PythonAsync("import sys\nfor i in range(20000): print(i, file=sys.stderr)");

        Assert.True(result.Exit.Succeeded, result.Exit.Message);
        Assert.InRange(result.ErrorTail.Length, 60_000, 64 << 10);
        Assert.EndsWith("19999", result.ErrorTail.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_mounted_cannot_be_written_removed_or_replaced()
    {
        var folder = Directory.CreateTempSubdirectory("cambrian-evaluator-").FullName;
        var file = Path.Combine(folder, "evaluator.py");
        await File.WriteAllTextAsync(file, "original", Cancellation);

        var result = await sandboxes.ShellAsync(
            """
            echo cheat > /problem/evaluator.py; echo cheat >> /problem/evaluator.py; rm -f /problem/evaluator.py; mv /problem/evaluator.py /tmp/x; chmod 777 /problem/evaluator.py
            ln -s /tmp /problem/link; touch /problem/new; mkdir /problem/folder; mv /problem /moved; rm -rf /problem; truncate -s 0 /problem/evaluator.py
            cat /problem/evaluator.py
            """,
            null, new Mount(folder, "/problem"));

        var (content, entries) = (await File.ReadAllTextAsync(file, Cancellation), Directory.GetFileSystemEntries(folder).Length);
        Directory.Delete(folder, recursive: true);
        Assert.Equal("original", Sandboxes.Text(result));
        Assert.Equal(("original", 1), (content, entries));
    }

    [Theory]
    [InlineData("/usr/bin/x")]
    [InlineData("/x")]
    [InlineData("/etc/x")]
    [InlineData("/dev/x")]
    [InlineData("/proc/sys/kernel/hostname")]
    [InlineData("/proc/sys/kernel/core_pattern")]
    [InlineData("/proc/sys/vm/drop_caches")]
    [InlineData("/proc/sys/vm/overcommit_memory")]
    [InlineData("/proc/self/mem")]
    [InlineData("/proc/1/mem")]
    [InlineData("/proc/irq/default_smp_affinity")]
    [InlineData("/proc/sysrq-trigger")]
    [InlineData("/proc/self/oom_score_adj")]
    [InlineData("/candidate/x")]
    public async Task Nothing_but_the_scratch_folder_is_writable(string path)
    {
        var result = await sandboxes.ShellAsync($"echo x > {path}");

        Assert.NotEqual(0, result.Exit.Code);
    }

    [Theory]
    [InlineData("/tmp")]
    [InlineData("/dev/shm")]
    public async Task The_scratch_folder_has_a_cap_and_is_empty_again_the_next_time(string folder)
    {
        var full = await sandboxes.ShellAsync($"head -c 100000000 /dev/zero > {folder}/fill; wc -c < {folder}/fill");
        var next = await sandboxes.ShellAsync($"ls -A {folder}/");

        Assert.Contains("No space left", full.ErrorTail, StringComparison.Ordinal);
        Assert.InRange(long.Parse(Sandboxes.Text(full)), 1, Sandboxes.Quick.ScratchBytes);
        Assert.Equal("", Sandboxes.Text(next));
    }

    [Fact]
    public async Task Killing_everything_in_sight_harms_nobody_outside()
    {
        var result = await sandboxes.ShellAsync($"kill -9 1; kill -9 {Environment.ProcessId}; kill -9 -1; kill -9 0; echo survived");

        Assert.NotEqual(ExitReason.NotStarted, result.Exit.Reason);
        await AssertNextRunWorksAsync();
    }

    [Fact]
    public async Task A_process_that_outlives_its_parent_dies_with_the_sandbox()
    {
        var mark = Guid.NewGuid().ToString("N");

        var result = await sandboxes.PythonAsync($$"""
            import os, sys, time
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    os.execv('/usr/bin/python3', ['python3', '-c', 'import time; time.sleep(1000)', '{{mark}}'])
                os._exit(0)
            time.sleep(0.2)
            print('left one behind')
            """);

        Assert.Equal("left one behind", Sandboxes.Text(result));
        Assert.True(result.Exit.Succeeded);
        Assert.Empty(HostProcesses.WithArgument(mark));
    }

    [Theory]
    [InlineData("unshare --user true")]
    [InlineData("unshare --user --map-root-user --mount true")]
    [InlineData("unshare --net true")]
    [InlineData("mount -t tmpfs none /tmp")]
    [InlineData("mount --bind /usr /tmp")]
    [InlineData("umount /usr")]
    [InlineData("chroot / true")]
    [InlineData("pivot_root / /tmp")]
    [InlineData("bwrap --ro-bind / / true")]
    [InlineData("mknod /tmp/disk b 8 0")]
    [InlineData("hostname other")]
    [InlineData("date -s 2000-01-01")]
    [InlineData("dmesg")]
    [InlineData("su -c true")]
    public async Task Nesting_mounting_and_other_privileges_are_refused(string attempt)
    {
        var result = await sandboxes.ShellAsync(attempt);

        Assert.NotEqual(0, result.Exit.Code);
    }

    [Fact]
    public async Task It_has_no_capability_and_can_gain_none()
    {
        var result = await sandboxes.ShellAsync("grep -E '^(CapEff|CapPrm|CapBnd|NoNewPrivs)' /proc/self/status | tr '\\t\\n' '  '; id -u");
        var text = Sandboxes.Text(result);

        Assert.Contains("CapPrm: 0000000000000000 CapEff: 0000000000000000", text, StringComparison.Ordinal);
        Assert.Contains("NoNewPrivs: 1", text, StringComparison.Ordinal);
        Assert.EndsWith("65534", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_runs_no_more_urgently_than_its_host()
    {
        var result = await sandboxes.PythonAsync("import os; print(os.nice(0))");

        // The nineteenth field of stat, the seventeenth behind the name.
        var stat = await File.ReadAllTextAsync("/proc/self/stat", Cancellation);
        var own = int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[16]);
        Assert.Equal(Sandboxes.Text(await sandboxes.Runner.RunAsync(new SandboxedCommand { Command = ["nice"] }, default, Cancellation)), Sandboxes.Text(result));
        Assert.True(int.Parse(Sandboxes.Text(result)) >= own);
    }

    private async Task AssertNextRunWorksAsync()
    {
        var result = await sandboxes.ShellAsync("echo fine");
        Assert.Equal("fine", Sandboxes.Text(result));
    }
}
