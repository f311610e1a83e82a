using Cambrian.Commands;
using CsCheck;

namespace Cambrian.Tests.Commands;

public sealed class CommandLineTests
{
    private static readonly string[] Words = ["run", "show", "new", "--seed", "--time", "--steps", "--json", "--", "-", "--=", "=", "[diagram]", "@file", "60s", "-1", ""];

    [Theory]
    [InlineData("rnu", "Did you mean 'run'?")]
    [InlineData("run", "problem")]
    [InlineData("run --sead 3", "There is no option '--sead' of 'cambrian run'. Did you mean '--seed'?")]
    [InlineData("run x --sed=3", "Did you mean '--seed'?")]
    [InlineData("run x y", "'y' is one word too many")]
    [InlineData("run x --steps many", "--steps was 'many'; expected a whole number from 1.")]
    [InlineData("run x --steps 0", "--steps was '0'")]
    [InlineData("run x --seed -1", "--seed was '-1'; expected a whole number from 0.")]
    [InlineData("run x --time 5x", "--time was '5x'; expected a duration such as 60s")]
    [InlineData("run x --strategy defualt", "Did you mean 'default'?")]
    [InlineData("run x --parallel 100000", "expected a whole number from 1 to 1024")]
    [InlineData("new a-problem --evaluator fortran", "expected one of csharp, command")]
    [InlineData("new ../a/b*c", "letters, digits")]
    public async Task A_wrong_command_line_gets_one_message_and_exit_code_2(string line, string expected)
    {
        using var scratch = new Scratch();
        var (code, output, error) = await scratch.TypeAsync(line.Split(' '));

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.StartsWith("cambrian: ", error, StringComparison.Ordinal);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch.Folder));
    }

    [Theory]
    [InlineData(3, "no problem 'bin-paking'", "run", "bin-paking")]
    [InlineData(3, "Did you mean 'bin-packing'?", "check", "bin-paking")]
    [InlineData(4, "There is no run in", "show")]
    [InlineData(4, "There is no folder 'runs/x-1-1'", "resume", "runs/x-1-1")]
    [InlineData(4, "There is no folder", "report", "nowhere")]
    [InlineData(4, "There is no folder", "best", "nowhere")]
    public async Task What_is_not_there_is_named_with_what_to_do(int expectedCode, string expected, params string[] words)
    {
        using var scratch = new Scratch();
        var (code, _, error) = await scratch.TypeAsync(words);

        Assert.Equal(expectedCode, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Contains("cambrian ", error["cambrian: ".Length..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_every_command_and_the_exit_codes()
    {
        using var scratch = new Scratch();
        var (code, output, _) = await scratch.TypeAsync();

        Assert.Equal(0, code);
        Assert.All(["run", "resume", "show", "best", "approve", "report", "problems", "new", "check", "doctor", "compare"], name => Assert.Contains($"  {name}", output, StringComparison.Ordinal));
        Assert.Contains("130 interrupted", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_of_every_command_ends_with_examples()
    {
        using var scratch = new Scratch();
        foreach (var name in (string[])["run", "resume", "show", "best", "approve", "report", "problems", "new", "check", "doctor", "compare"])
        {
            var (code, output, _) = await scratch.TypeAsync(name, "--help");
            Assert.Equal(0, code);
            Assert.Contains($"  cambrian {name}", output[output.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_command_line_makes_the_parser_throw()
    {
        var host = new Host { Output = TextWriter.Null, Error = TextWriter.Null, Time = TimeProvider.System, Directory = Path.GetTempPath() };
        var root = CommandLine.Create(host);
        var word = Gen.OneOf(
            Gen.Int[0, Words.Length - 1].Select(index => Words[index]),
            Gen.String[Gen.Char["-=:ab1 \"'\\\u00e9"], 0, 6]);
        word.Array[0, 6].Sample(words =>
        {
            var parsed = root.Parse(words);
            var complaint = Complaint.About(parsed);
            Assert.True(complaint is null ? parsed.Errors.Count == 0 : complaint.StartsWith("cambrian: ", StringComparison.Ordinal));
        });
    }
}
