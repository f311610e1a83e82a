namespace Cambrian.Sandbox.Tests;

public sealed class MachineTests(Sandboxes sandboxes)
{
    [Fact]
    public async Task A_probe_names_everything_it_looked_at_and_advises_where_it_falls_short()
    {
        var machine = await Machine.ProbeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(sandboxes.Runner.Isolation, machine.Isolation);
        Assert.Equal(sandboxes.Runner.Grade, machine.Grade);
        Assert.Equal(["bubblewrap", "seccomp", "control groups", "processors", "memory"], machine.Findings.Select(finding => finding.Name));
        Assert.All(machine.Findings, finding => Assert.True(finding.Good || finding.Advice.Length > 0));
    }

    [Fact]
    public async Task A_sandbox_that_cannot_be_set_up_is_the_harness_s_fault()
    {
        var command = new SandboxedCommand { Command = ["true"], ReadOnly = [new Mount("/no/such/folder", "/data")] };

        var exception = await Assert.ThrowsAsync<SandboxUnavailableException>(() => sandboxes.Runner.RunAsync(command, default, TestContext.Current.CancellationToken));

        Assert.Contains("/no/such/folder", exception.Message, StringComparison.Ordinal);
    }
}
