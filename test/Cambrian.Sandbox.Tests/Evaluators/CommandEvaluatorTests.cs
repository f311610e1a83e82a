using Cambrian.Core;
using Cambrian.Sandbox.Evaluators;

namespace Cambrian.Sandbox.Tests.Evaluators;

public sealed class CommandEvaluatorTests : IDisposable
{
    private readonly Sandboxes _sandboxes;
    private readonly string _folder = Directory.CreateTempSubdirectory("cambrian-problem-").FullName;

    public CommandEvaluatorTests(Sandboxes sandboxes)
    {
        _sandboxes = sandboxes;
        Write("evaluator.py", """
            import json, runpy, sys
            print('loading', sys.argv[1])
            value = runpy.run_path(sys.argv[1] + '/program.py')['solve']()
            if value > 100: print(json.dumps({'valid': False, 'feedback': 'too large'}))
            else: print(json.dumps({'score': value, 'cases': [value - 1, value + 1], 'length': 3, 'feedback': 'split ' + sys.argv[2]}))
            """);
        Write("answer.py", "import runpy, sys\nprint(runpy.run_path(sys.argv[1] + '/program.py')['solve']())");
        Write("score.py", """
            import json, os, sys
            secret = open('/problem/data/test/secret.txt').read().strip() if os.path.isfile('/problem/data/test/secret.txt') else 'unseen'
            print(json.dumps({'score': len(sys.stdin.read().strip()), 'feedback': secret + ' ' + str(os.path.exists('/candidate'))}))
            """);
        Write("data/test/secret.txt", "the answer");
        Write("data/training.txt", "plain");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_candidate_is_scored_by_what_the_command_prints()
    {
        var evaluation = await EvaluateAsync("def solve(): return 5");

        Assert.Equal(Outcome.Valid, evaluation.Outcome);
        Assert.Equal(5, evaluation.Score);
        Assert.Equal([4, 6], evaluation.Cases);
        Assert.Equal(3, evaluation.Metrics["length"]);
        Assert.Equal("split training", evaluation.Feedback);
        Assert.Equal(_sandboxes.Runner.Isolation, evaluation.Isolation);
        Assert.True(evaluation.Cpu > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_score_to_minimise_is_turned_round()
    {
        var evaluation = await EvaluateAsync("def solve(): return 5", options => options with { Direction = Direction.Minimise });

        Assert.Equal((-5.0, -4.0), (evaluation.Score, evaluation.Cases[0]));
    }

    [Fact]
    public async Task A_candidate_that_breaks_the_rules_is_invalid()
    {
        var evaluation = await EvaluateAsync("def solve(): return 500");

        Assert.Equal((Outcome.Invalid, "too large"), (evaluation.Outcome, evaluation.Feedback));
        Assert.Equal(double.NegativeInfinity, evaluation.Score);
    }

    [Theory]
    [InlineData("def solve(): raise ValueError('no idea')", "ended with exit code 1", "ValueError: no idea")]
    [InlineData("def solve(): import os; os._exit(9)", "ended with exit code 9", "")]
    [InlineData("def solve(): import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "crashed by signal 11", "")]
    [InlineData("def solve(): import os; os._exit(0)", "reported nothing that can be used", "")]
    [InlineData("def solve(): return float('nan')", "NaN", "")]
    [InlineData("def solve(): return float('inf') - 200 if False else -float('inf')", "Infinity", "")]
    [InlineData("def solve():\n  for _ in range(100_000): print('x' * 1000)", "was killed: more than 65536 bytes of output", "")]
    [InlineData("def solve(): x = bytearray(1 << 30); return 1", "was killed: more than 128 MiB of memory", "")]
    public async Task A_candidate_that_fails_is_a_result_with_the_reason(string source, string reason, string trace)
    {
        var evaluation = await EvaluateAsync(source);

        Assert.Equal(Outcome.Failed, evaluation.Outcome);
        Assert.Contains(reason, evaluation.Feedback, StringComparison.Ordinal);
        Assert.Contains(trace, evaluation.Feedback, StringComparison.Ordinal);
        Assert.Equal(_sandboxes.Runner.Isolation, evaluation.Isolation);
    }

    [Fact]
    public async Task A_candidate_that_never_ends_is_timed_out()
    {
        var limits = Sandboxes.Quick with { WallTime = TimeSpan.FromMilliseconds(500) };

        var evaluation = await EvaluateAsync("import time\ndef solve(): time.sleep(1000)", options => options with { Limits = limits });

        Assert.Equal(Outcome.TimedOut, evaluation.Outcome);
        Assert.Contains("killed at its deadline", evaluation.Feedback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_two_steps_the_score_is_worked_out_where_the_candidate_never_was()
    {
        var evaluation = await EvaluateAsync("def solve(): return 'abc'", TwoSteps);

        Assert.Equal((Outcome.Valid, 3.0), (evaluation.Outcome, evaluation.Score));
        Assert.Equal("the answer False", evaluation.Feedback);
        Assert.Equal(64, evaluation.Behaviour.Length);
    }

    [Fact]
    public async Task In_two_steps_a_claimed_score_is_only_an_answer()
    {
        var evaluation = await EvaluateAsync("""def solve(): return '{"score": 1000000}'""", TwoSteps);

        Assert.Equal(18, evaluation.Score);
    }

    [Fact]
    public async Task Equal_answers_have_equal_behaviour()
    {
        var first = await EvaluateAsync("def solve(): return 'abc'", TwoSteps);
        var second = await EvaluateAsync("def solve(): return 'ab' + 'c'", TwoSteps);
        var third = await EvaluateAsync("def solve(): return 'abd'", TwoSteps);

        Assert.Equal(first.Behaviour, second.Behaviour);
        Assert.NotEqual(first.Behaviour, third.Behaviour);
    }

    [Theory]
    [InlineData("data/test")]
    [InlineData("data/test/secret.txt")]
    [InlineData("**/secret.*")]
    public async Task Sealed_files_open_for_the_scoring_of_their_split_alone(string pattern)
    {
        CommandEvaluatorOptions Sealed(CommandEvaluatorOptions options) =>
            TwoSteps(options) with { Sealed = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["test"] = [pattern] } };

        var peeking = """
            def solve():
                try: return open('/problem/data/test/secret.txt').read()
                except OSError as error: return 'x'
            """;
        var training = await EvaluateAsync(peeking, Sealed);
        var test = await EvaluateAsync(peeking, options => Sealed(options) with { Split = "test" });

        Assert.Equal((1.0, 1.0), (training.Score, test.Score));
        Assert.StartsWith("unseen", await MaskedFeedbackAsync(pattern, "training"), StringComparison.Ordinal);
        Assert.StartsWith("the answer", test.Feedback, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sealed_pattern_that_covers_nothing_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => Evaluator(options => options with
        {
            Sealed = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["test"] = ["data/tset"] },
        }));

        Assert.Contains("'data/tset' of split 'test' matches nothing", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_installed_is_the_harness_s_fault_and_says_so()
    {
        var evaluator = Evaluator(options => options with { Run = ["no-such-program-at-all"] });

        var exception = await Assert.ThrowsAsync<FileNotFoundException>(() => evaluator.EvaluateAsync(Program("x"), null, TestContext.Current.CancellationToken));

        Assert.Contains("'no-such-program-at-all' is not on PATH", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_obeys_cancellation_and_leaves_no_folder_behind()
    {
        var evaluator = Evaluator(options => options);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            evaluator.EvaluateAsync(Program("import time\ndef solve(): time.sleep(1000)"), null, stop.Token));
    }

    private static CommandEvaluatorOptions TwoSteps(CommandEvaluatorOptions options) => options with
    {
        Run = ["/usr/bin/python3", "-I", "-S", "answer.py", "{candidate}"],
        Score = ["/usr/bin/python3", "-I", "-S", "score.py"],
    };

    // What the scoring program sees of the secret; the mask of a file leaves a name that cannot be opened.
    private async Task<string> MaskedFeedbackAsync(string pattern, string split)
    {
        var evaluation = await EvaluateAsync("def solve(): return 'abc'", options => TwoSteps(options) with
        {
            Split = split,
            Sealed = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["test"] = [pattern] },
        });
        return evaluation.Feedback;
    }

    private Task<Evaluation> EvaluateAsync(string source, Func<CommandEvaluatorOptions, CommandEvaluatorOptions>? change = null) =>
        Evaluator(change ?? (options => options)).EvaluateAsync(Program(source), null, TestContext.Current.CancellationToken);

    private static Artifact Program(string source) => Artifact.Of("program.py", source);

    private CommandEvaluator Evaluator(Func<CommandEvaluatorOptions, CommandEvaluatorOptions> change) => new(_sandboxes.Runner, change(new CommandEvaluatorOptions
    {
        ProblemFolder = _folder,
        Run = ["/usr/bin/python3", "-I", "-S", "evaluator.py", "{candidate}", "{split}"],
        Split = "training",
        Limits = Sandboxes.Quick,
    }));

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
