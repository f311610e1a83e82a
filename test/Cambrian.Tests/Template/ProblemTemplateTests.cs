using Cambrian.Algorithms.Folders;
using Cambrian.Commands;

namespace Cambrian.Tests.Template;

public sealed class ProblemTemplateTests
{
    [Theory]
    [InlineData("csharp")]
    [InlineData("command")]
    public async Task A_new_problem_is_one_the_reader_accepts_and_there_is_nothing_to_say_against(string kind)
    {
        using var scratch = new Scratch();
        var (code, output, error) = await scratch.TypeAsync("new", "problems/my-problem", "--evaluator", kind);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("cambrian check problems/my-problem", output, StringComparison.Ordinal);

        var folder = ProblemFolder.Load(scratch["problems/my-problem"]);
        Assert.Equal("my-problem", folder.Problem.Name);
        Assert.Contains("my-problem", folder.Problem.Statement, StringComparison.Ordinal);
        Assert.NotEmpty(folder.Cheats);
        Assert.Empty(FolderReview.Of(folder));
        Assert.DoesNotContain("{{", string.Concat(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_there_is_left_alone()
    {
        using var scratch = new Scratch();
        scratch.Write("mine/notes.txt", "precious");
        var (code, _, error) = await scratch.TypeAsync("new", "mine");

        Assert.Equal(2, code);
        Assert.Contains("nothing was written", error, StringComparison.Ordinal);
        Assert.Equal([scratch["mine/notes.txt"]], Directory.EnumerateFiles(scratch["mine"]));
    }
}
