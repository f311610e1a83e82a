using System.Text;

namespace Cambrian.Sandbox.Tests;

/// <summary>What remains where a machine lacks control groups, the filter, or bubblewrap.</summary>
public sealed class LowerGradeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<bool, bool> Machines => new() { { true, false }, { false, true }, { false, false } };

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task A_program_runs_and_its_output_comes_back(bool hasBubblewrap, bool hasGroups)
    {
        using var runner = await OpenAsync(hasBubblewrap, hasGroups);

        var result = await runner.RunAsync(Shell("cat; pwd; exit 3"), "hello\n"u8.ToArray(), Cancellation);

        Assert.Equal((ExitReason.Exited, 3), (result.Exit.Reason, result.Exit.Code));
        Assert.StartsWith("hello\n", Encoding.UTF8.GetString(result.Output.Span), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task A_runaway_is_killed_with_what_it_detached(bool hasBubblewrap, bool hasGroups)
    {
        var mark = Guid.NewGuid().ToString("N");
        using var runner = await OpenAsync(hasBubblewrap, hasGroups);

        var result = await runner.RunAsync(
            Shell("setsid sh -c 'while :; do sleep 1; done' " + mark + " & while :; do :; done", mark), default, Cancellation);

        Assert.Equal(ExitReason.TimedOut, result.Exit.Reason);
        Assert.True(await HostProcesses.AreGoneAsync(mark, TimeSpan.FromMinutes(2)));
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task A_process_that_outlives_its_parent_is_found_and_killed(bool hasBubblewrap, bool hasGroups)
    {
        var mark = Guid.NewGuid().ToString("N");
        using var runner = await OpenAsync(hasBubblewrap, hasGroups);

        var result = await runner.RunAsync(Shell("(setsid sh -c 'while :; do sleep 1; done' " + mark + " &) ; sleep 0.1"), default, Cancellation);

        Assert.True(result.Exit.Succeeded, result.Exit.Message);
        Assert.True(await HostProcesses.AreGoneAsync(mark, TimeSpan.FromMinutes(2)));
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task A_memory_bomb_is_killed(bool hasBubblewrap, bool hasGroups)
    {
        using var runner = await OpenAsync(hasBubblewrap, hasGroups);

        var result = await runner.RunAsync(
            Python("import time\nx = []\nfor i in range(100000): x.append(bytearray(b'x') * (1 << 20)); time.sleep(0.001)"), default, Cancellation);

        Assert.Equal(ExitReason.MemoryExceeded, result.Exit.Reason);
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task Processor_time_kills(bool hasBubblewrap, bool hasGroups)
    {
        using var runner = await OpenAsync(hasBubblewrap, hasGroups);
        var command = Python("import os\nos.fork()\nwhile True: pass");

        var result = await runner.RunAsync(
            command with { Limits = command.Limits with { CpuTime = TimeSpan.FromMilliseconds(300), WallTime = TimeSpan.FromMinutes(10) } }, default, Cancellation);

        Assert.Equal(ExitReason.CpuExceeded, result.Exit.Reason);
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task Too_many_processes_are_refused_or_killed(bool hasBubblewrap, bool hasGroups)
    {
        using var runner = await OpenAsync(hasBubblewrap, hasGroups);
        var command = Python("""
            import os, sys, time
            for i in range(100):
                try:
                    if os.fork() == 0: time.sleep(100); os._exit(0)
                except OSError: sys.exit(5)
            time.sleep(100)
            """);

        var result = await runner.RunAsync(command with { Limits = command.Limits with { WallTime = TimeSpan.FromSeconds(20) } }, default, Cancellation);

        Assert.True(result.Exit is { Reason: ExitReason.Exited, Code: 5 } or { Reason: ExitReason.ProcessesExceeded }, result.Exit.Message);
    }

    [Fact]
    public async Task Without_namespaces_inside_paths_are_translated_and_the_scratch_folder_is_removed()
    {
        var folder = Directory.CreateTempSubdirectory("cambrian-mount-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "mounted", Cancellation);
        using var runner = await OpenAsync(hasBubblewrap: false, hasGroups: false);

        var result = await runner.RunAsync(
            new SandboxedCommand { Command = ["/bin/sh", "-c", "cat \"$0\"; echo; pwd; echo x > scratch.txt", "/problem/a.txt"], ReadOnly = [new Mount(folder, "/problem")] },
            default, Cancellation);

        Directory.Delete(folder, recursive: true);
        var lines = Encoding.UTF8.GetString(result.Output.Span).Split('\n');
        Assert.Equal("mounted", lines[0]);
        Assert.False(Directory.Exists(lines[1]), lines[1]);
    }

    [Fact]
    public async Task Without_namespaces_clearing_the_scratch_folder_away_follows_no_link()
    {
        var folder = Directory.CreateTempSubdirectory("cambrian-precious-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "precious.txt"), "precious", Cancellation);
        using var runner = await OpenAsync(hasBubblewrap: false, hasGroups: false);

        await runner.RunAsync(Shell($"ln -s {folder} link; mkdir deep; ln -s {folder} deep/link"), default, Cancellation);

        Assert.Equal("precious", await File.ReadAllTextAsync(Path.Combine(folder, "precious.txt"), Cancellation));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_grade_that_is_out_of_reach_is_refused_with_advice_in_one_line()
    {
        var machine = (await MachineAsync(hasBubblewrap: false, hasGroups: true)) with
        {
            Findings = [new Finding("bubblewrap", Good: false, "is not installed", "install bubblewrap: 'sudo apt-get install bubblewrap'")],
        };

        Assert.Equal(IsolationGrade.Limits, machine.Grade);
        Assert.StartsWith("L1 rlimits", machine.Isolation, StringComparison.Ordinal);
        var advice = machine.Advice(IsolationGrade.Namespaces);
        Assert.Contains("sudo apt-get install bubblewrap", advice, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', advice);
    }

    private static SandboxedCommand Shell(string script, params string[] arguments) => new()
    {
        Command = ["/bin/sh", "-c", script, "sh", .. arguments],
        Limits = Sandboxes.Quick with { WallTime = TimeSpan.FromSeconds(1) },
    };

    private static SandboxedCommand Python(string script) => new() { Command = ["/usr/bin/python3", "-I", "-S", "-c", script], Limits = Sandboxes.Quick };

    private static async Task<SandboxRunner> OpenAsync(bool hasBubblewrap, bool hasGroups) => (await MachineAsync(hasBubblewrap, hasGroups)).OpenRunner();

    private static async Task<Machine> MachineAsync(bool hasBubblewrap, bool hasGroups)
    {
        var machine = await Machine.ProbeAsync(Cancellation);
        Assert.True(machine.Grade >= IsolationGrade.Namespaces, machine.Advice(IsolationGrade.Namespaces));
        return Machine.Of(hasBubblewrap ? machine.Bubblewrap : null, hasFilter: hasBubblewrap, hasGroups ? machine.Groups : null);
    }
}
