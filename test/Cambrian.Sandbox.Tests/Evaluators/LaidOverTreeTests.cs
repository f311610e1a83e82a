using System.Formats.Tar;
using System.Text;
using Cambrian.Core;
using Cambrian.Sandbox.Evaluators;

namespace Cambrian.Sandbox.Tests.Evaluators;

/// <summary>Candidates whose files are laid over a committed tree, in which a test command runs.</summary>
public sealed class LaidOverTreeTests : IDisposable
{
    private const string Passing = "value=5";
    private readonly Sandboxes _sandboxes;
    private readonly string _folder = Directory.CreateTempSubdirectory("cambrian-problem-").FullName;

    public LaidOverTreeTests(Sandboxes sandboxes)
    {
        _sandboxes = sandboxes;
        using var stream = File.Create(Path.Combine(_folder, "tree.tar"));
        using var writer = new TarWriter(stream, TarEntryFormat.Gnu);
        Add(writer, "src/value.sh", "value=1\n");
        Add(writer, "tests/run.sh", "#!/bin/sh\n. ./src/value.sh\necho \"value is $value after 0.123 s\"\n[ \"$value\" = 5 ]\n", executable: true);
        Add(writer, "tests/report.sh", ". ./src/value.sh\necho '{\"score\": '$value'}'\n");
        Add(writer, "tests/score.sh", "read answer\n[ -e /candidate ] && exit 1\n. ./src/value.sh\necho '{\"score\": '$answer', \"feedback\": \"the tree has '$value'\"}'\n");
        writer.WriteEntry(new GnuTarEntry(TarEntryType.SymbolicLink, "link") { LinkName = "src/value.sh" });
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Passing, 1)]
    [InlineData("value=4", 0)]
    [InlineData("exit 3", 0)]
    public async Task The_exit_code_is_the_score(string source, double expected)
    {
        var evaluation = await EvaluateAsync(source, ["./tests/run.sh"], byExitCode: true);
        Assert.Equal((Outcome.Valid, expected), (evaluation.Outcome, evaluation.Score));
    }

    [Fact]
    public async Task A_failure_tells_what_was_printed_without_how_long_it_took()
    {
        var evaluation = await EvaluateAsync("value=4", ["./tests/run.sh"], byExitCode: true);
        Assert.Equal("value is 4 after … s", evaluation.Feedback);
    }

    [Theory]
    [InlineData("exit 127", "ended with exit code 127")]
    [InlineData("kill -9 $$", "crashed by signal 9")]
    public async Task A_command_that_comes_to_no_verdict_gives_no_score(string source, string expected)
    {
        var evaluation = await EvaluateAsync(source, ["./tests/run.sh"], byExitCode: true);
        Assert.Equal(Outcome.Failed, evaluation.Outcome);
        Assert.Contains(expected, evaluation.Feedback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_the_score_where_that_was_asked_for() =>
        Assert.Equal(7, (await EvaluateAsync("value=7", ["sh", "tests/report.sh"])).Score);

    [Fact]
    public async Task Each_evaluation_begins_with_a_fresh_writable_copy()
    {
        const string Writes = "value=$(ls | wc -l); echo x > left-behind; echo 'exit 0' > tests/report.sh; mkdir -p build";
        Assert.Equal(3, (await EvaluateAsync(Writes, ["sh", "tests/report.sh"])).Score);
        Assert.Equal(3, (await EvaluateAsync(Writes + " ", ["sh", "tests/report.sh"])).Score);
    }

    [Fact]
    public async Task Links_of_the_tree_lead_nowhere_outside_the_sandbox() =>
        Assert.Equal("value is 5 after … s", (await EvaluateAsync("value=5; false", ["sh", "-c", "cat link > /dev/null && ./tests/run.sh; exit 1"], byExitCode: true)).Feedback);

    [Fact]
    public async Task What_scores_an_answer_starts_in_the_tree_without_the_candidate()
    {
        var options = Options(["sh", "-c", ". ./src/value.sh; echo $value"], byExitCode: false) with { Score = ["sh", "tests/score.sh"] };
        var evaluation = await new CommandEvaluator(_sandboxes.Runner, options).EvaluateAsync(Artifact.Of("src/value.sh", "value=9"), rival: null, TestContext.Current.CancellationToken);
        Assert.Equal((9.0, "the tree has 1"), (evaluation.Score, evaluation.Feedback));
    }

    private Task<Evaluation> EvaluateAsync(string source, IReadOnlyList<string> command, bool byExitCode = false) =>
        new CommandEvaluator(_sandboxes.Runner, Options(command, byExitCode)).EvaluateAsync(Artifact.Of("src/value.sh", source), rival: null, TestContext.Current.CancellationToken);

    private CommandEvaluatorOptions Options(IReadOnlyList<string> command, bool byExitCode) =>
        new() { ProblemFolder = _folder, Run = command, Split = "training", Tree = "tree.tar", ScoredByExitCode = byExitCode, Limits = Sandboxes.Quick };

    private static void Add(TarWriter writer, string path, string text, bool executable = false) => writer.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, path)
    {
        DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
        Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | (executable ? UnixFileMode.UserExecute : UnixFileMode.None),
    });
}
