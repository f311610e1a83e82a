using Cambrian.Agents.Exercism;

namespace Cambrian.Agents.Tests.Exercism;

public sealed class ExerciseStagesTests
{
    private static readonly Artifact Nothing = Artifact.Of("Nothing.cs", "");

    [Theory]
    [InlineData(143, "10 50 83")]
    [InlineData(60, "10 50")]
    [InlineData(11, "10 1")]
    [InlineData(3, "3")]
    [InlineData(0, "")]
    public void Ten_come_first_then_fifty_then_the_rest(int exercises, string expected) =>
        Assert.Equal(expected, string.Join(' ', ExerciseStages.Of(Some(exercises)).Select(stage => stage.Count)));

    [Fact]
    public void The_stages_depend_on_names_alone_and_lose_nobody()
    {
        var forward = ExerciseStages.Of(Some(100)).SelectMany(stage => stage).ToList();

        Assert.Equal(forward, ExerciseStages.Of(Some(100).Reverse()).SelectMany(stage => stage));
        Assert.Equal(100, forward.Distinct().Count());
    }

    [Theory]
    [InlineData(4, 10, false)]
    [InlineData(5, 10, true)]
    [InlineData(0, 10, false)]
    [InlineData(25, 60, true)]
    public void More_than_two_fifths_must_pass_to_go_on(int passed, int tried, bool expected) =>
        Assert.Equal(expected, ExerciseStages.GoesOn([.. Enumerable.Range(0, tried).Select(index => new ExerciseResult("x", [new FactResult("f", index < passed ? "" : "wrong")], ""))]));

    private static IEnumerable<Exercise> Some(int count) => Enumerable.Range(0, count).Select(index => new Exercise($"exercise-{index}", Nothing, Nothing, Nothing));
}
