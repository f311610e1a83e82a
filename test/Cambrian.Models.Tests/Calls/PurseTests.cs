using Cambrian.Models.Calls;
using Cambrian.Models.Configuration;
using CsCheck;

namespace Cambrian.Models.Tests.Calls;

public sealed class PurseTests
{
    private static readonly ModelCall Nothing = new() { Key = "k", Model = "m", System = "", Turns = [] };

    [Fact]
    public void Whatever_is_asked_for_at_whatever_time_no_more_is_spent_than_may_be() => Gen.Select(Gen.Int[1, 50], Gen.Int[0, 100]).Array[1, 40].Sample(asks =>
    {
        var purse = new Purse(new SpendingLimit(1.0, 1_000), []);
        Parallel.ForEach(asks, ask =>
        {
            var (most, share) = (ask.Item1 / 100.0, ask.Item2 / 100.0);
            try
            {
                purse.ReserveAsync(most, ask.Item1 * 10, CancellationToken.None).GetAwaiter().GetResult();
                purse.Settle(most, ask.Item1 * 10, Nothing with { Price = most * share, Tokens = new TokenCount((long)(ask.Item1 * 10 * share), 0) });
            }
            catch (PurseEmptyException)
            {
                // What is left does not reach for it.
            }

            Assert.InRange(purse.Spent.Money, 0, 1 + 1e-8);
            Assert.InRange(purse.Spent.Tokens, 0, 1_000);
        });
    }, iter: 200);

    [Fact]
    public async Task What_may_come_back_is_waited_for()
    {
        var purse = new Purse(new SpendingLimit(1.0), []);
        await purse.ReserveAsync(0.9, 0, TestContext.Current.CancellationToken);
        var second = purse.ReserveAsync(0.5, 0, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        purse.Settle(0.9, 0, Nothing with { Price = 0.1 });
        await second;
        Assert.Equal(0.1, purse.Spent.Money);
    }

    [Fact]
    public async Task What_cannot_be_paid_is_refused_with_the_figures()
    {
        var purse = new Purse(new SpendingLimit(1.0), [Nothing with { Price = 0.75 }]);
        var money = await Assert.ThrowsAsync<PurseEmptyException>(() => purse.ReserveAsync(0.5, 0, TestContext.Current.CancellationToken));
        Assert.Equal("0.75 of 1 in money is spent; the next call may cost up to 0.5", money.Message);
        var tokens = await Assert.ThrowsAsync<PurseEmptyException>(() => new Purse(new SpendingLimit(Tokens: 5_000), []).ReserveAsync(9, 9_000, TestContext.Current.CancellationToken));
        Assert.Equal("0 of 5,000 tokens are spent; the next call may take up to 9,000", tokens.Message);
    }

    [Fact]
    public async Task A_purse_without_limits_pays_everything()
    {
        var purse = new Purse(new SpendingLimit(), []);
        await purse.ReserveAsync(1e9, long.MaxValue / 2, TestContext.Current.CancellationToken);
        purse.Settle(1e9, long.MaxValue / 2, Nothing with { Price = 5 });
        Assert.Equal(5, purse.Spent.Money);
    }
}
