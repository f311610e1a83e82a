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
}
