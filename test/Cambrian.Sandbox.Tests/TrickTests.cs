using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Cambrian.Sandbox.Tests;

/// <summary>Less common ways out than those of <see cref="EscapeTests"/>: through odd corners of the kernel, what was inherited, and round the limits.</summary>
public sealed class TrickTests(Sandboxes sandboxes)
{
    private const string Call = """
        import ctypes
        libc = ctypes.CDLL(None, use_errno=True)
        def call(*arguments):
            result = libc.syscall(*[ctypes.c_long(argument) for argument in arguments])
            print(result, ctypes.get_errno() if result < 0 else 0)
        """;

    // The numbers of x64 and arm64, and arguments that the kernel would look at before it refused by itself.
    [Theory]
    [InlineData(101, 117, "16, 1, 0, 0")] // ptrace
    [InlineData(310, 270, "1, 0, 0, 0, 0, 0")] // process_vm_readv
    [InlineData(311, 271, "1, 0, 0, 0, 0, 0")] // process_vm_writev
    [InlineData(312, 272, "1, 1, 0, 0, 0")] // kcmp
    [InlineData(438, 438, "0, 0, 0")] // pidfd_getfd
    [InlineData(425, 425, "1, 0")] // io_uring_setup
    [InlineData(323, 282, "1")] // userfaultfd
    [InlineData(321, 280, "0, 0, 0")] // bpf
    [InlineData(298, 241, "0, 0, -1, -1, 0")] // perf_event_open
    [InlineData(248, 217, "0, 0, 0, 0, 0")] // add_key
    [InlineData(249, 218, "0, 0, 0, 0")] // request_key
    [InlineData(250, 219, "0, -3, 0, 0, 0")] // keyctl
    [InlineData(165, 40, "0, 0, 0, 0, 0")] // mount
    [InlineData(429, 429, "0, 0, 0, 0, 0")] // move_mount
    [InlineData(430, 430, "0, 0")] // fsopen
    [InlineData(304, 265, "0, 0, 0")] // open_by_handle_at
    [InlineData(300, 262, "0, 0")] // fanotify_init
    [InlineData(272, 97, "0x10000000")] // unshare, of the user namespace
    [InlineData(308, 268, "0, 0")] // setns
    [InlineData(56, 220, "0x10000000, 0, 0, 0, 0")] // clone, of the user namespace
    [InlineData(175, 105, "0, 0, 0")] // init_module
    [InlineData(246, 104, "0, 0, 0, 0")] // kexec_load
    [InlineData(447, 447, "0")] // memfd_secret
    [InlineData(16, 29, "0, 0x5412, 0")] // ioctl TIOCSTI: types into the host's terminal
    public async Task A_system_call_that_leads_out_is_refused(int x64, int arm64, string arguments)
    {
        var number = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? x64 : arm64;

        var result = await sandboxes.PythonAsync($"{Call}\ncall({number}, {arguments})");

        Assert.Equal("-1 1", Sandboxes.Text(result)); // EPERM
    }

    [Fact]
    public async Task A_system_call_by_the_numbers_of_another_architecture_kills()
    {
        var result = await sandboxes.PythonAsync($"{Call}\ncall(0x40000000 + 39)\nprint('survived')");

        Assert.Equal((ExitReason.Crashed, 128 + 31), (result.Exit.Reason, result.Exit.Code)); // SIGSYS
    }

    [Fact]
    public async Task An_abstract_socket_of_the_host_cannot_be_reached()
    {
        var name = "cambrian-test-" + Guid.NewGuid().ToString("N");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint("\0" + name));
        listener.Listen();

        var result = await sandboxes.PythonAsync($"import socket\nsocket.socket(socket.AF_UNIX).connect('\\0{name}')\nprint('connected')");

        Assert.Contains("ConnectionRefusedError", result.ErrorTail, StringComparison.Ordinal);
        Assert.DoesNotContain("connected", Sandboxes.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exit_code_cannot_be_forged_through_what_bubblewrap_has_open()
    {
        var result = await sandboxes.ShellAsync("""
            for file in /proc/1/fd/* /proc/self/fd/*; do case $file in */1) ;; *) echo '{ "exit-code": 0 }' > $file;; esac; done
            exit 7
            """);

        Assert.Equal((ExitReason.Exited, 7), (result.Exit.Reason, result.Exit.Code));
    }

    [Theory]
    [InlineData("os.nice(-5)")]
    [InlineData("os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(10))")]
    [InlineData("os.setpriority(os.PRIO_USER, 0, -20)")]
    [InlineData("os.setuid(0)")]
    [InlineData("os.setgroups([0])")]
    [InlineData("os.chown('/tmp', 0, 0)")]
    [InlineData("os.mknod('/tmp/null', 0o20666, os.makedev(1, 3))")]
    public async Task Nobody_inside_can_become_more_urgent_or_somebody_else(string attempt)
    {
        var result = await sandboxes.PythonAsync($"import os\n{attempt}\nprint('done')");

        Assert.Equal("", Sandboxes.Text(result));
        Assert.Matches("PermissionError|OSError", result.ErrorTail);
    }

    [Fact]
    public async Task Links_out_of_the_scratch_folder_lead_nowhere()
    {
        var result = await sandboxes.ShellAsync("""
            ln -s /etc/shadow /tmp/file; ln -s / /tmp/root; ln -s ../../../../../../etc /tmp/up
            cat /tmp/file /tmp/root/etc/shadow /tmp/up/shadow; echo x > /tmp/root/escaped; echo x > /tmp/up/escaped; ls /tmp/root/
            """);

        Assert.DoesNotContain("root:", Sandboxes.Text(result), StringComparison.Ordinal);
        Assert.DoesNotContain("escaped", Sandboxes.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_without_content_are_limited_too()
    {
        var result = await sandboxes.PythonAsync(
            "import os\ni = 0\nwhile True:\n  os.close(os.open(f'/tmp/{i}', os.O_CREAT))\n  i += 1", Sandboxes.Quick with { MemoryBytes = 64 << 20, CpuTime = TimeSpan.FromSeconds(60) });

        // With a control group what the kernel needs for them counts as memory; without one the processor time ends it.
        Assert.False(result.Exit.Succeeded);
        Assert.Equal("fine", Sandboxes.Text(await sandboxes.ShellAsync("echo fine")));
    }

    [Fact]
    public async Task A_huge_file_with_nothing_in_it_holds_no_memory_and_cannot_be_filled()
    {
        var result = await sandboxes.ShellAsync("truncate -s 1T /tmp/huge; head -c 20000000 /dev/zero | dd of=/tmp/huge bs=1M seek=500 conv=notrunc 2>&1 | grep -c 'No space'");

        Assert.Equal("1", Sandboxes.Text(result));
    }

    [Fact]
    public async Task A_program_that_closes_its_streams_but_stays_is_killed_at_its_deadline()
    {
        var result = await sandboxes.ShellAsync("exec 0<&- 1>&- 2>&-; while :; do sleep 1; done", Sandboxes.Quick with { WallTime = TimeSpan.FromMilliseconds(500) });

        Assert.Equal(ExitReason.TimedOut, result.Exit.Reason);
    }

    [Fact]
    public async Task A_program_that_stops_itself_is_killed_at_its_deadline()
    {
        var result = await sandboxes.ShellAsync("kill -STOP $$; echo continued", Sandboxes.Quick with { WallTime = TimeSpan.FromMilliseconds(500) });

        Assert.Equal((ExitReason.TimedOut, ""), (result.Exit.Reason, Sandboxes.Text(result)));
    }

    [Fact]
    public async Task Two_sandboxes_at_the_same_time_share_nothing()
    {
        var first = sandboxes.ShellAsync("echo mine > /tmp/note; sleep 2; ls /tmp; ls -d /proc/[0-9]* | wc -l");
        var second = sandboxes.ShellAsync("echo other > /tmp/other; sleep 1; kill -9 -1; cat /tmp/note");

        Assert.StartsWith("note", Sandboxes.Text(await first), StringComparison.Ordinal);
        Assert.DoesNotContain("mine", Sandboxes.Text(await second), StringComparison.Ordinal);
    }
}
