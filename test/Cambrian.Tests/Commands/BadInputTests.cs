namespace Cambrian.Tests.Commands;

/// <summary>Broken problems and runs: each gets a message and an exit code, and nothing is lost.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("check", "problem.json", "{ \"title\": ", "problem.json, line 1")]
    [InlineData("run", "problem.json", "{ \"title\": 3 }", "title")]
    [InlineData("check", "evaluator.cs", "public class Broken {", "does not compile")]
    [InlineData("run", "evaluator.cs", "public class Broken {", "does not compile")]
    [InlineData("check", "seed/Rule.cs", "public static class Rule { public static double Priority(double value, double weight, double left) => missing; }", "missing")]
    [InlineData("run", "seed/Rule.cs", "public static class Other { }", "Rule.Priority")]
    public async Task A_broken_problem_is_explained(string command, string path, string text, string expected)
    {
        using var scratch = new Scratch();
        await scratch.TypeAsync("new", "mine");
        scratch.Write($"mine/{path}", text);
        var (code, output, error) = await scratch.TypeAsync(command, "mine");

        Assert.Equal(3, code);
        Assert.Contains(expected, output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at Cambrian", output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("print('hello')", "hello")]
    [InlineData("print('{\"score\": NaN}')", "NaN")]
    [InlineData("pass", "printed nothing")]
    [InlineData("raise SystemExit('out of cheese')", "out of cheese")]
    public async Task A_command_evaluator_that_prints_no_score_is_explained(string program, string expected)
    {
        using var scratch = new Scratch();
        await scratch.TypeAsync("new", "mine", "--evaluator", "command");
        scratch.Write("mine/score.py", program);
        var (code, output, _) = await scratch.TypeAsync("check", "mine");

        Assert.Equal(3, code);
        Assert.Contains("bad ", output, StringComparison.Ordinal);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no database, and long enough not to be taken for an empty one ........................................")]
    public async Task A_file_that_is_no_run_is_named_and_left_as_it_is(string content)
    {
        using var scratch = new Scratch();
        scratch.Write("runs/odd/run.db", content);
        foreach (var command in (string[])["show", "best", "report", "resume"])
        {
            var (code, _, error) = await scratch.TypeAsync(command, "runs/odd");
            Assert.Equal(4, code);
            Assert.Contains("run.db", error, StringComparison.Ordinal);
        }

        Assert.Equal(content, await File.ReadAllTextAsync(scratch["runs/odd/run.db"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_run_whose_seed_or_evaluator_does_not_work_leaves_nothing_behind_and_names_the_folder_that_was_given()
    {
        using var scratch = new Scratch();
        await scratch.TypeAsync("new", "a problem/mine");
        foreach (var (path, text) in new[] { ("seed/Rule.cs", "class Other;"), ("evaluator.cs", "class Broken {") })
        {
            scratch.Write($"a problem/mine/{path}", text);
            var (code, _, error) = await scratch.TypeAsync("run", "a problem/mine");

            Assert.Equal(3, code);
            Assert.Empty(Directory.EnumerateFileSystemEntries(scratch["runs"]));
            Assert.Contains(path == "evaluator.cs" ? "does not compile" : "cambrian check 'a problem/mine'", error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("file", "is a file", "run", "mine", "--out", "file")]
    [InlineData("folder/precious.txt", "holds other things", "run", "mine", "--out", "folder")]
    [InlineData("file", "place that exists", "run", "mine", "--out", "file/below")]
    [InlineData("file", "place that exists", "new", "file/mine")]
    public async Task A_place_that_is_taken_is_named_and_left_as_it_is(string path, string expected, params string[] words)
    {
        using var scratch = new Scratch();
        await scratch.TypeAsync("new", "mine");
        scratch.Write(path, "precious");
        var before = Directory.EnumerateFileSystemEntries(scratch.Folder, "*", SearchOption.AllDirectories).Order().ToList();
        var (code, _, error) = await scratch.TypeAsync(words);

        Assert.InRange(code, 2, 4);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(scratch[path], TestContext.Current.CancellationToken));
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(scratch.Folder, "*", SearchOption.AllDirectories).Order());
    }

    [Fact]
    public async Task A_run_whose_copy_of_the_problem_was_changed_is_refused_until_it_is_put_back()
    {
        using var scratch = new Scratch();
        await scratch.TypeAsync("new", "mine");
        await scratch.TypeAsync("run", "mine", "--steps", "5", "--out", "run");
        var original = await File.ReadAllTextAsync(scratch["mine/evaluator.cs"], TestContext.Current.CancellationToken);
        scratch.Write("run/problem/mine/evaluator.cs", original + "// other");
        var changed = await scratch.TypeAsync("resume", "run", "--steps", "6");
        Assert.Equal((4, true), (changed.Code, changed.Error.Contains("was changed after the run began", StringComparison.Ordinal)));

        scratch.Write("run/problem/mine/problem.json", "{");
        foreach (var command in (string[])["resume", "show", "best", "report"])
        {
            var (code, _, error) = await scratch.TypeAsync(command, "run");
            Assert.Equal((4, true), (code, error.Contains("put the copy back", StringComparison.Ordinal)));
        }

        scratch.Write("run/problem/mine/evaluator.cs", original);
        scratch.Write("run/problem/mine/problem.json", await File.ReadAllTextAsync(scratch["mine/problem.json"], TestContext.Current.CancellationToken));
        Assert.Equal(0, (await scratch.TypeAsync("resume", "run", "--steps", "6")).Code);
    }

    [Fact]
    public async Task What_a_run_found_is_not_written_over_a_file_and_a_report_goes_into_a_folder_that_is_named()
    {
        using var scratch = new Scratch();
        await scratch.TypeAsync("new", "mine");
        await scratch.TypeAsync("run", "mine", "--steps", "5", "--out", "run");
        scratch.Write("file", "precious");

        Assert.Equal(2, (await scratch.TypeAsync("best", "run", "--out", "file")).Code);
        Assert.Equal("precious", await File.ReadAllTextAsync(scratch["file"], TestContext.Current.CancellationToken));
        Assert.Equal(0, (await scratch.TypeAsync("report", "run", "--out", "mine")).Code);
        Assert.True(File.Exists(scratch["mine/report.html"]));
        Assert.Equal(0, (await scratch.TypeAsync("report", "run", "--out", "new/page.html")).Code);
    }

    [Fact]
    public async Task Runs_that_start_at_once_get_folders_of_their_own()
    {
        using var scratch = new Scratch();
        await scratch.TypeAsync("new", "mine");
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => scratch.TypeAsync("run", "mine", "--steps", "3")));

        Assert.All(runs, run => Assert.True(run.Code == 0, run.Error));
        Assert.Equal(["mine-1-1", "mine-1-2", "mine-1-3"], Directory.EnumerateDirectories(scratch["runs"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_command_that_is_not_installed_is_the_problems_fault()
    {
        using var scratch = new Scratch();
        await scratch.TypeAsync("new", "mine", "--evaluator", "command");
        scratch.Write("mine/problem.json", """{"title": "t", "direction": "minimise", "evaluator": {"run": ["no-such-program-anywhere"]}}""");
        var (code, _, error) = await scratch.TypeAsync("run", "mine");

        Assert.Equal(3, code);
        Assert.Contains("starts with 'no-such-program-anywhere', which is not on PATH", error, StringComparison.Ordinal);
    }
}
