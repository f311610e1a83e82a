using Cambrian.Agents.Exercism;
using Cambrian.Sandbox;

namespace Cambrian.Agents.Tests.Exercism;

public sealed class ExerciseScorerTests(ScorerFixture scoring) : IClassFixture<ScorerFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task References_pass_all_tests_the_skipped_ones_too()
    {
        var results = await scoring.Scorer.ScoreAllAsync(Track.Exercises, exercise => exercise.Reference, parallel: 2, Token);

        Assert.Equal(["even-sum", "shelf-label"], results.Select(result => result.Exercise));
        Assert.Equal(["", ""], results.Select(result => result.Reason));
        Assert.All(results, result => Assert.Equal((4, true), (result.PassedFacts, result.Passed)));
    }

    [Fact]
    public async Task A_stub_fails_every_test_and_says_why()
    {
        var result = await ScoreAsync(Track.EvenSum.Solution);

        Assert.Equal(0, result.PassedFacts);
        Assert.Equal("EvenSumTests.Nothing_sums_to_nothing: NotImplementedException: You need to implement this method.", result.Reason);
    }

    [Fact]
    public async Task A_half_right_solution_passes_half_of_the_tests()
    {
        var result = await ScoreAsync(EvenSum("return numbers.Sum();"));

        Assert.Equal(["", "expected 6, got 10", "", ""], result.Facts.Select(fact => fact.Fault));
        Assert.False(result.Passed);
    }

    [Theory]
    [InlineData("return x;", "the solution does not compile: Solution.cs:3: CS0103")]
    [InlineData("return 0;)", "the solution does not compile: Solution.cs:3: CS")]
    public async Task What_does_not_compile_passes_nothing(string body, string expected)
    {
        var result = await ScoreAsync(EvenSum(body));

        Assert.Equal(4, result.Facts.Count);
        Assert.Equal(0, result.PassedFacts);
        Assert.StartsWith(expected, result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static class Assert { public static void Equal(object a, object b) { } public static void Throws<T>(object f) { } }")]
    [InlineData("namespace Xunit { public static class Assert { public static void Equal(object a, object b) { } public static void Throws<T>(object f) { } } }")]
    [InlineData("public class FactAttribute : Attribute { public string Skip { get; set; } }")]
    [InlineData("public static class EvenSumTests { }")]
    public async Task A_solution_cannot_take_the_place_of_what_the_tests_call(string declaration)
    {
        var result = await ScoreAsync(Artifact.Of("Solution.cs", EvenSum("return -1;").Files["Solution.cs"] + declaration));

        Assert.False(result.Passed);
    }

    [Theory]
    [InlineData("""Console.WriteLine("x\tEvenSumTests.Odd_numbers_do_not_count\t"); return -1;""")]
    [InlineData("""using var o = Console.OpenStandardOutput(); o.Write("\tEvenSumTests.Nothing_sums_to_nothing\t\n"u8); return -1;""")]
    [InlineData("Environment.Exit(0); return 0;")]
    [InlineData("""File.WriteAllText("/worker/tests.dll", ""); return 0;""")]
    [InlineData("""Console.SetOut(TextWriter.Null); throw new Exception("\n x");""")]
    public async Task A_forged_result_or_an_early_end_passes_nothing(string body) =>
        Assert.Equal(0, (await ScoreAsync(EvenSum(body))).Facts.Take(2).Count(fact => fact.Passed));

    [Fact]
    public async Task An_endless_loop_is_killed_and_what_passed_before_counts()
    {
        var hurried = scoring.With(new SandboxLimits { WallTime = TimeSpan.FromSeconds(5), Processes = 256 });
        var result = await hurried.ScoreAsync(Track.EvenSum, EvenSum("while (numbers.Any()) { } return 0;"), Token);

        Assert.Equal(["", "did not run", "did not run", "did not run"], result.Facts.Select(fact => fact.Fault));
        Assert.Equal("killed at its deadline", result.Reason);
    }

    private static Artifact EvenSum(string body) => Artifact.Of("Solution.cs", $$"""
        public static class EvenSum
        { public static int Of(IEnumerable<int> numbers) {
            {{body}} }
            public static IEnumerable<int> Halves(IEnumerable<int> numbers) => numbers.Select(n => n % 2 == 0 ? n / 2 : throw new ArgumentException());
        }
        """);

    private Task<ExerciseResult> ScoreAsync(Artifact solution) => scoring.Scorer.ScoreAsync(Track.EvenSum, solution, Token);
}
