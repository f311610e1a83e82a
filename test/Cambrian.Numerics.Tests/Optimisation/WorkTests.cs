using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Tests.Optimisation;

public sealed class WorkTests
{
    [Fact]
    public void An_allowance_is_spent_until_a_demand_is_larger_than_what_is_left()
    {
        var work = new Work(10);

        Assert.True(work.Spend(4));
        Assert.True(work.Spend(6));
        Assert.Equal(0, work.Left);
        Assert.False(work.Spend(1));
    }

    [Fact]
    public void A_demand_that_is_too_large_takes_everything()
    {
        var work = new Work(10);

        Assert.False(work.Spend(11));
        Assert.Equal(0, work.Left);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(long.MinValue)]
    public void Nothing_can_be_paid_back(long operations)
    {
        var work = new Work(10);

        work.Spend(operations);

        Assert.Equal(10, work.Left);
        Assert.Equal(0, new Work(operations).Left);
    }
}
