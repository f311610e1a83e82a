namespace Cambrian.Sandbox.Tests;

public sealed class ToolchainTests(Sandboxes sandboxes)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("python3", "--version")]
    [InlineData("sh", "-c", "exit 0")]
    [InlineData("cc", "--version")]
    public async Task A_program_runs_inside_by_its_bare_name_wherever_it_is_installed(params string[] words)
    {
        var result = await sandboxes.Runner.RunAsync(new SandboxedCommand { Command = words }, default, Cancellation);

        Assert.True(result.Exit.Succeeded, result.Exit.Message + result.ErrorTail);
    }

    [Fact]
    public async Task An_installation_outside_the_system_is_mounted_and_nothing_beside_it()
    {
        var home = Directory.CreateTempSubdirectory("cambrian-tools-").FullName;
        WriteProgram(Path.Combine(home, "tool", "bin", "greet"), "#!/bin/sh\ncat $(dirname $0)/../share/greeting\nls " + home);
        Directory.CreateDirectory(Path.Combine(home, "tool", "share"));
        await File.WriteAllTextAsync(Path.Combine(home, "tool", "share", "greeting"), "hello\n", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(home, "private"), "secret", Cancellation);

        var result = await sandboxes.Runner.RunAsync(new SandboxedCommand { Command = [Path.Combine(home, "tool", "bin", "greet")] }, default, Cancellation);

        Directory.Delete(home, recursive: true);
        Assert.Equal("hello\ntool", Sandboxes.Text(result));
    }

    [Fact]
    public void A_program_that_is_not_there_is_not_found() => Assert.Null(Toolchain.Find("no-such-program-at-all"));

    [Fact]
    public void A_home_folder_is_never_mounted_for_a_program_in_its_bin()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var program = Path.Combine(home, "bin", $"cambrian-test-{Environment.ProcessId}");
        var isNew = !Directory.Exists(Path.GetDirectoryName(program));
        WriteProgram(program, "#!/bin/sh\n");

        var toolchain = Toolchain.Of(new SandboxedCommand { Command = [program] });

        File.Delete(program);
        if (isNew)
        {
            Directory.Delete(Path.GetDirectoryName(program)!);
        }

        Assert.DoesNotContain(toolchain.Mounts, mount => mount.HostPath == home);
        Assert.NotEmpty(toolchain.Mounts);
    }

    private static void WriteProgram(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }
    }
}
