using Cambrian.Core;
using Cambrian.CSharp.Evaluators;
using Cambrian.Sandbox;

namespace Cambrian.CSharp.Tests.Evaluators;

public sealed class CSharpEvaluatorTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_rule_and_the_same_program_compiled_score_alike(bool compiled)
    {
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var evaluator = SquareProblem.Open(sandbox);
        var program = compiled ? SquareProblem.Compiled("return x * x + 1;") : SquareProblem.Program("return x * x + 1;");

        var evaluation = await evaluator.EvaluateAsync(program, rival: null, TestContext.Current.CancellationToken);

        Assert.Equal((Outcome.Valid, ""), (evaluation.Outcome, evaluation.Feedback));
        Assert.Equal(-1, evaluation.Score);
        Assert.Equal(Enumerable.Repeat(-1.0, 6), evaluation.Cases);
        Assert.Equal(37, evaluation.Metrics["largest"]);
        Assert.Equal(sandbox.Isolation, evaluation.Isolation);
        Assert.True(evaluation.Cpu > TimeSpan.Zero || !sandbox.Isolation.Contains("cgroup", StringComparison.Ordinal));
        Assert.NotEmpty(evaluation.Behaviour);
    }

    [Fact]
    public async Task Cases_are_measured_alone_in_any_order_and_faults_of_one_are_no_others()
    {
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var evaluator = SquareProblem.Open(sandbox, stages: [2], bars: [0]);
        var program = SquareProblem.Compiled("return x == 3 ? -1 : x * x + x;");
        Task<Evaluation> On(int index) => evaluator.EvaluateCaseAsync(program, index, TestContext.Current.CancellationToken);

        Assert.Equal(6, await evaluator.CountAsync(TestContext.Current.CancellationToken));
        var scores = new Dictionary<int, double> { [5] = (await On(5)).Score, [0] = (await On(0)).Score, [4] = (await On(4)).Score };
        Assert.Equal((-6, -1, -5), (scores[5], scores[0], scores[4]));
        var (second, third) = (await On(1), await On(2));
        Assert.Equal((Outcome.Valid, false, 1, 1.0), (second.Outcome, second.Complete, second.Cases.Length, second.Cost));
        Assert.Equal((Outcome.Invalid, "Case 2: -1 is negative"), (third.Outcome, third.Feedback));
    }

    [Fact]
    public async Task What_a_program_makes_of_each_case_is_listed()
    {
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var evaluator = SquareProblem.Open(sandbox);

        Assert.Equal(["// 2", "// 4", "// 6", "// 8", "", ""], await evaluator.ListAsync(SquareProblem.Compiled("return 2 * x;"), TestContext.Current.CancellationToken));
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => evaluator.ListAsync(SquareProblem.Compiled("return y;"), TestContext.Current.CancellationToken));
        Assert.Contains("refused", refused.Message, StringComparison.Ordinal);
        var broken = await Assert.ThrowsAsync<InvalidDataException>(() => evaluator.ListAsync(SquareProblem.Compiled("throw new InvalidOperationException(\"no\");"), TestContext.Current.CancellationToken));
        Assert.Contains("no", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_that_trails_its_rival_or_repeats_it_is_stopped_after_the_first_stage()
    {
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var evaluator = SquareProblem.Open(sandbox, stages: [2]);
        var rival = await evaluator.EvaluateAsync(SquareProblem.Program("return x * x + 1;"), rival: null, TestContext.Current.CancellationToken);

        var worse = await evaluator.EvaluateAsync(SquareProblem.Program("return x * x + 3;"), rival, TestContext.Current.CancellationToken);
        var same = await evaluator.EvaluateAsync(SquareProblem.Program("return x * x + 1 + 0 * x;"), rival, TestContext.Current.CancellationToken);
        var better = await evaluator.EvaluateAsync(SquareProblem.Program("return x * x;"), rival, TestContext.Current.CancellationToken);

        Assert.Equal((false, 2), (worse.Complete, worse.Cases.Length));
        Assert.Contains("trails", worse.Feedback, StringComparison.Ordinal);
        Assert.Equal((false, 2), (same.Complete, same.Cases.Length));
        Assert.Equal((true, 6, 0.0), (better.Complete, better.Cases.Length, better.Score));
    }

    [Fact]
    public async Task A_child_below_a_stages_bar_is_stopped_there_without_any_rival()
    {
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var evaluator = SquareProblem.Open(sandbox, stages: [2, 4], bars: [-2]);

        var below = await evaluator.EvaluateAsync(SquareProblem.Program("return x * x + 3;"), rival: null, TestContext.Current.CancellationToken);
        var above = await evaluator.EvaluateAsync(SquareProblem.Program("return x * x + 1;"), rival: null, TestContext.Current.CancellationToken);

        Assert.Equal((Outcome.Valid, false, 2, "below the bar of -2 after 2 cases"), (below.Outcome, below.Complete, below.Cases.Length, below.Feedback));
        Assert.Equal((true, 6), (above.Complete, above.Cases.Length));
    }

    [Fact]
    public async Task What_a_candidate_may_not_do_is_refused_or_contained_with_a_reason_and_the_next_one_is_measured()
    {
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var evaluator = SquareProblem.Open(sandbox, seconds: 2);
        (string Body, string Members, Outcome Outcome, string Reason)[] attempts =
        [
            ("return nonsense;", "", Outcome.Failed, "nonsense"),
            ("return -x;", "", Outcome.Invalid, "negative"),
            ("return double.NaN;", "", Outcome.Invalid, "NaN"),
            ("return 1 / (x - x);", "", Outcome.Invalid, "Infinity"),
            ("throw new InvalidOperationException(\"no\");", "", Outcome.Failed, "no"),
            ("while (true) { }", "", Outcome.TimedOut, "deadline"),
            ("return Square(x);", "", Outcome.Failed, "Stack overflow"),
            ("var all = new List<byte[]>(); while (true) { all.Add(new byte[1 << 20]); }", "", Outcome.Failed, "OutOfMemory"),
            ("return System.IO.File.ReadAllText(\"/etc/passwd\").Length;", "", Outcome.Failed, "System.IO"),
            ("return typeof(string).Assembly.GetTypes().Length;", "", Outcome.Failed, "refused"),
            ("return System.Environment.ProcessId;", "", Outcome.Failed, "System.Environment"),
            ("return kill(1, 9);", "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int kill(int pid, int signal);", Outcome.Failed, "DllImport"),
            ("seen += x; return seen;", "static double seen;", Outcome.Failed, "seen"),
            ("new System.Threading.Thread(() => { }).Start(); return x;", "", Outcome.Failed, "System.Threading"),
        ];

        foreach (var (body, members, outcome, reason) in attempts)
        {
            var evaluation = await evaluator.EvaluateAsync(SquareProblem.Compiled(body, members), rival: null, TestContext.Current.CancellationToken);
            Assert.True(outcome == evaluation.Outcome && evaluation.Feedback.Contains(reason, StringComparison.Ordinal), $"{body} → {evaluation.Outcome}: {evaluation.Feedback}");

            var honest = await evaluator.EvaluateAsync(SquareProblem.Program("return x * x;"), rival: null, TestContext.Current.CancellationToken);
            Assert.Equal((Outcome.Valid, 0.0), (honest.Outcome, honest.Score));
        }
    }

    [Theory]
    [InlineData("public class Nothing;", "expected exactly one")]
    [InlineData("""
        using Cambrian.Contracts;
        public sealed class Broken : Evaluator<Func<double, double>, int, int>
        {
            public override IReadOnlyList<int> Cases(Split split, string dataFolder) => throw new InvalidOperationException("no cases today");
            public override int Run(Func<double, double> program, int problemCase) => 0;
            public override CaseScore Score(int problemCase, int answer) => new(0);
        }
        """, "no cases today")]
    public async Task An_evaluator_that_does_not_work_is_the_harness_fault_not_the_candidates(string source, string reason)
    {
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var evaluator = SquareProblem.Open(sandbox, image: SquareProblem.Compile(source));

        var broken = await Assert.ThrowsAsync<EvaluatorException>(() =>
            evaluator.EvaluateAsync(SquareProblem.Program("return x;"), rival: null, TestContext.Current.CancellationToken));

        Assert.Contains(reason, broken.Message, StringComparison.Ordinal);
    }
}
