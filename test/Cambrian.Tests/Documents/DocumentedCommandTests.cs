using System.Diagnostics;

namespace Cambrian.Tests.Documents;

/// <summary>What the pages tell a reader to type works, in the order it is told, in the program as it is built.</summary>
public sealed class DocumentedCommandTests
{
    public static TheoryData<string> Pages => [.. Page.All.Where(page => new Page(page).Commands.Count > 0)];

    [Fact]
    public void The_commands_are_found()
    {
        Assert.Contains("run problems/bin-packing", new Page("README.md").Commands);
        Assert.Contains("compare <problem>", new Page("README.md").Commands);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_command_on_a_page_works(string page)
    {
        using var scratch = new Scratch();
        Directory.CreateSymbolicLink(scratch["problems"], Path.Combine(Repository.Root, "problems"));
        foreach (var command in new Page(page).Commands)
        {
            var words = Words(command);
            if (words is ["new", var name, ..] && Directory.Exists(scratch[name]))
            {
                Directory.Delete(scratch[name], recursive: true); // The page shows the other template.
            }

            var (code, output) = await RunAsync(scratch.Folder, words);
            Assert.True(code == 0, $"{page} shows './cambrian {command}', which ended with exit code {code}:\n{output}");
        }
    }

    // A reader fills in the placeholders; the budget is cut so that the test ends.
    private static string[] Words(string command)
    {
        var words = command.Replace("<problem>", "my-problem", StringComparison.Ordinal).Replace("<command>", "run", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [.., "--help"] => words,
            ["run", ..] => [.. words, "--steps", "20"],
            ["compare", ..] => [.. words, "--steps", "5", "--seeds", "1"],
            ["evidence", ..] => [.. words, "--evaluations", "4", "--seeds", "1"],
            _ => words,
        };
    }

    private static async Task<(int Code, string Output)> RunAsync(string folder, string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "cambrian.dll"), .. words])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!; // only null when a shell hands it to another process
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
