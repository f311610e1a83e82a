using Cambrian.Models.Prompts;

namespace Cambrian.Models.Tests.Prompts;

public sealed class FailingTaskTests
{
    [Fact]
    public void Every_task_that_was_not_solved_is_named_about_as_often_and_no_other()
    {
        var measured = Evaluation.Of(0.5) with { Cases = [1, 0, 0.25, 1, 0] };
        var random = Randomness.From(1);

        var named = Enumerable.Range(0, 3_000).Select(_ => FailingTask.Instruction(Toy.Problem, measured, random)!).GroupBy(text => text.Split(',')[0]).ToDictionary(same => same.Key, same => same.Count());

        Assert.Equal(["Look at case 1", "Look at case 2", "Look at case 4"], named.Keys.Order(StringComparer.Ordinal));
        Assert.All(named.Values, times => Assert.InRange(times, 850, 1_150));
    }

    [Fact]
    public void Where_every_task_is_solved_there_is_none_to_diagnose() =>
        Assert.Null(FailingTask.Instruction(Toy.Problem, Evaluation.Of(1) with { Cases = [1, 1.5] }, Randomness.From(1)));
}
