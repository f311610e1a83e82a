namespace Cambrian.Conformance;

/// <summary>What every ledger owes its users.</summary>
public abstract class LedgerConformance
{
    /// <summary>An empty ledger.</summary>
    protected abstract ILedger Create();

    /// <summary>The same ledger as another process would find it; by default there is none but the same object.</summary>
    protected virtual ILedger Reopen(ILedger ledger) => ledger;

    [Fact]
    public async Task An_empty_ledger_has_no_steps() => Assert.Empty(await ReadAsync(Create()));

    [Fact]
    public async Task Steps_come_back_whole_and_in_order()
    {
        var ledger = Create();
        var steps = RandomSteps.Take(seed: 31, count: 300);
        foreach (var batch in steps.Chunk(7))
        {
            await ledger.AppendAsync(batch, TestContext.Current.CancellationToken);
        }

        Assert.Equal(steps.Select(StepText.Of), (await ReadAsync(ledger)).Select(StepText.Of));
        Assert.Equal(steps.Select(StepText.Of), (await ReadAsync(Reopen(ledger))).Select(StepText.Of));
    }

    [Fact]
    public async Task A_reopened_ledger_goes_on_where_it_ended()
    {
        var ledger = Create();
        var steps = RandomSteps.Take(seed: 32, count: 40);
        foreach (var batch in steps.Chunk(10))
        {
            await ledger.AppendAsync(batch, TestContext.Current.CancellationToken);
            ledger = Reopen(ledger);
        }

        Assert.Equal(steps.Select(StepText.Of), (await ReadAsync(ledger)).Select(StepText.Of));
    }

    [Fact]
    public async Task An_empty_batch_changes_nothing()
    {
        var ledger = Create();
        await ledger.AppendAsync([], TestContext.Current.CancellationToken);
        await ledger.AppendAsync(RandomSteps.Take(seed: 33, count: 1), TestContext.Current.CancellationToken);
        await ledger.AppendAsync([], TestContext.Current.CancellationToken);
        Assert.Single(await ReadAsync(ledger));
    }

    [Fact]
    public async Task A_batch_that_does_not_follow_is_refused_whole()
    {
        var ledger = Create();
        var steps = RandomSteps.Take(seed: 34, count: 6);
        await ledger.AppendAsync(steps[..2], TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.AppendAsync([steps[1]], TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.AppendAsync([steps[3]], TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.AppendAsync([steps[2], steps[4]], TestContext.Current.CancellationToken));
        await ledger.AppendAsync(steps[2..], TestContext.Current.CancellationToken);
        Assert.Equal(steps.Select(StepText.Of), (await ReadAsync(ledger)).Select(StepText.Of));
    }

    private static async Task<List<Step>> ReadAsync(ILedger ledger)
    {
        List<Step> steps = [];
        await foreach (var step in ledger.ReadAsync(TestContext.Current.CancellationToken))
        {
            steps.Add(step);
        }

        return steps;
    }
}
