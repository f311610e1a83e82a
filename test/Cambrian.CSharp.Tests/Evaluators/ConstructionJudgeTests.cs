using Cambrian.Core;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Evaluators;
using Cambrian.CSharp.Kernels;
using Cambrian.Sandbox;

namespace Cambrian.CSharp.Tests.Evaluators;

/// <summary>A small problem of constructions: as many numbers as the size says, from 0 to 9, with a large sum. The second verifier cannot add a 7.</summary>
public sealed class ConstructionJudgeTests
{
    private const string Problem = """
        using Cambrian.Contracts;
        public delegate int[] Construct(int[] size, int[] start);
        public sealed class Sum : Evaluator<Construct, ConstructionCase<int>, int[]>
        {
            public override IReadOnlyList<ConstructionCase<int>> Cases(Split split, string dataFolder) => [new([3], [])];
            public override int[] Run(Construct program, ConstructionCase<int> problemCase) => program(problemCase.Size, problemCase.Start);
            public override CaseScore Score(ConstructionCase<int> problemCase, int[] answer) =>
                answer.Length != problemCase.Size[0] ? CaseScore.Invalid($"{answer.Length} numbers instead of {problemCase.Size[0]}")
                : answer.Any(number => number is < 0 or > 9) ? CaseScore.Invalid("a number is out of range")
                : new CaseScore(answer.Sum());
            public override string Picture(ConstructionCase<int> problemCase, int[] answer) => answer[0] == 0 ? null : "<svg/>";
        }
        public sealed class SumCheck : ConstructionCheck<int[]>
        {
            public override CaseScore Check(int[] size, int[] answer)
            {
                var sum = 0;
                foreach (var number in answer) { sum += number == 7 ? 0 : number; }
                return answer.Length == size[0] && !answer.Contains(8) ? new CaseScore(sum) : CaseScore.Invalid("no such thing");
            }
        }
        """;

    private static readonly Lazy<byte[]> Image = new(() => SquareProblem.Compile(Problem));

    private readonly CSharpEvaluatorOptions _options = new() { EvaluatorImage = Image.Value, Checked = true, Entry = "Rule.Make", TimeLimit = TimeSpan.FromSeconds(20), Memory = 256L << 20 };

    [Theory]
    [InlineData("[1, 2, 3]", 6.0, null)]
    [InlineData("""{"what": "numbers", "numbers": [[0, 9], [9]]}""", 18.0, null)]
    [InlineData("[1, 2, 30]", double.NaN, "a number is out of range")]
    [InlineData("[1, 2]", double.NaN, "2 numbers instead of 3")]
    public async Task A_file_is_verified_with_both_values(string json, double value, string? fault)
    {
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var judge = new ConstructionJudge(_options, sandbox);

        var judged = await judge.VerifyAsync(json, TestContext.Current.CancellationToken);

        Assert.Equal((value, fault), (judged.Score.Value, judged.Score.Fault));
        Assert.Equal(fault is null, judged.IsValid);
        Assert.Equal(fault is null && !json.Contains('0', StringComparison.Ordinal) ? "<svg/>" : null, judged.Picture);
    }

    [Theory]
    [InlineData("[1, 7, 1]", "the evaluator gives 9, the second verifier 2")]
    [InlineData("[8, 1, 1]", "the second verifier rejects what the evaluator accepts: no such thing")]
    [InlineData("[10, 1, 1]", "the evaluator rejects what the second verifier accepts: a number is out of range")]
    public async Task Where_the_verifiers_disagree_nothing_counts(string json, string expected)
    {
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var judge = new ConstructionJudge(_options, sandbox);

        var judged = await judge.VerifyAsync(json, TestContext.Current.CancellationToken);

        Assert.False(judged.IsValid);
        Assert.Equal(expected, judged.Disagreement);
    }

    [Theory]
    [InlineData("[1, 2", "not well-formed JSON")]
    [InlineData("[1, true]", "[1] is true; expected a whole number")]
    [InlineData("""{"what": "nothing"}""", "the object has 0 arrays")]
    public async Task A_file_that_holds_no_construction_is_refused(string json, string expected)
    {
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var judge = new ConstructionJudge(_options, sandbox);

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => judge.VerifyAsync(json, TestContext.Current.CancellationToken));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_program_makes_can_be_verified_again_from_its_JSON()
    {
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var judge = new ConstructionJudge(_options, sandbox);

        var made = await judge.RunAsync(Prepare("return [9, start.Length, size[0]];"), TestContext.Current.CancellationToken);
        var again = await judge.VerifyAsync(made.Json, TestContext.Current.CancellationToken);

        Assert.Equal(("[9,0,3]", 12.0, 12.0), (made.Json, made.Score.Value, again.Score.Value));
    }

    [Theory]
    [InlineData("return 1;", "The program is refused:")]
    [InlineData("throw new ArgumentException(\"no idea\");", "The program gives no construction: ArgumentException: no idea")]
    public async Task A_program_that_makes_nothing_is_said_so(string body, string expected)
    {
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var judge = new ConstructionJudge(_options, sandbox);

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => judge.RunAsync(Prepare(body), TestContext.Current.CancellationToken));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_best_on_which_the_verifiers_disagree_is_invalid_and_anything_else_is_not_checked()
    {
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var evaluator = new CSharpEvaluator(_options, Preparation(), sandbox);
        var agreed = await evaluator.EvaluateAsync(Source("return [9, 9, 1];"), rival: null, TestContext.Current.CancellationToken);

        var better = await evaluator.EvaluateAsync(Source("return [9, 9, 7];"), agreed, TestContext.Current.CancellationToken);
        var worse = await evaluator.EvaluateAsync(Source("return [1, 7, 1];"), agreed, TestContext.Current.CancellationToken);

        Assert.Equal((Outcome.Valid, 19.0), (agreed.Outcome, agreed.Score));
        Assert.Equal((Outcome.Invalid, "Case 0: the evaluator gives 25, the second verifier 18"), (better.Outcome, better.Feedback));
        Assert.Equal((Outcome.Valid, 9.0), (worse.Outcome, worse.Score));
    }

    private static PreparedProgram Prepare(string body) => Preparation().Prepare(Source(body), TestContext.Current.CancellationToken);

    private static Artifact Source(string body) => Artifact.Of("Rule.cs", $"public static class Rule {{ public static int[] Make(int[] size, int[] start) {{ {body} }} }}");

    private static ProgramPreparation Preparation() => new("Rule.Make", new KernelReader(new RuleSignature { Entry = "Rule.Make" }), ApiAllowList.Default);
}
