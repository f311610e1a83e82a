using System.Text;

namespace Cambrian.Sandbox.Tests;

public sealed class SandboxRunnerTests(Sandboxes sandboxes)
{
    [Fact]
    public async Task A_program_gets_its_input_and_its_output_comes_back()
    {
        var command = new SandboxedCommand { Command = ["cat"] };

        var result = await sandboxes.Runner.RunAsync(command, Encoding.UTF8.GetBytes("hello"), TestContext.Current.CancellationToken);

        Assert.True(result.Exit.Succeeded, result.ErrorTail);
        Assert.Equal("hello", Sandboxes.Text(result));
        Assert.Equal(sandboxes.Runner.Isolation, result.Isolation);
    }

    [Fact]
    public async Task An_exit_code_and_standard_error_come_back()
    {
        var result = await sandboxes.ShellAsync("echo what went wrong >&2; exit 7");

        Assert.Equal((ExitReason.Exited, 7), (result.Exit.Reason, result.Exit.Code));
        Assert.Equal("ended with exit code 7", result.Exit.Message);
        Assert.Equal("what went wrong", result.ErrorTail.Trim());
    }

    [Fact]
    public async Task A_crash_is_told_from_an_exit()
    {
        var result = await sandboxes.ShellAsync("kill -SEGV $$");

        Assert.Equal((ExitReason.Crashed, 139), (result.Exit.Reason, result.Exit.Code));
    }
}
