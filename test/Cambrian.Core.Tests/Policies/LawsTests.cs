using Cambrian.Core.Policies;

namespace Cambrian.Core.Tests.Policies;

public sealed class LawsTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    public void Whatever_a_policy_answers_the_engine_can_work_with(double answer)
    {
        var laws = new Laws((_, _, _, _, _) => answer);
        Assert.InRange(laws.Contestants(4, 300, 10), 1, 32);
        Assert.InRange(laws.Merit(0, 1, 0), -1e9, 1e9);
        Assert.InRange(laws.Migration(10), 0, 1);
        Assert.InRange(laws.Patience(300), 1, int.MaxValue);
        Assert.InRange(laws.Weight(1, 1, 1, 1), 0, 1e9);
        Assert.InRange(laws.Reward(0.5), 0, 1e6);
        Assert.InRange(laws.Memory, 0.5, 1);
        Assert.InRange(laws.Floor(10), 0, 1);
        Assert.InRange(laws.Mating(10), 0, 100);
        Assert.InRange(laws.StepSize(0.5), 1e-6, 10);
        Assert.InRange(laws.Capacity(300), 2, 1_000_000);
    }

    [Fact]
    public void The_engines_own_laws_take_what_a_problem_asks_for()
    {
        Assert.Equal(4, Laws.Default.Contestants(4, 300, 10));
        Assert.Equal(300, Laws.Default.Capacity(300));
    }
}
