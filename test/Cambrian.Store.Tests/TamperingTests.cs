namespace Cambrian.Store.Tests;

public sealed class TamperingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("UPDATE steps SET score = score + 1 WHERE number = 17")]
    [InlineData("UPDATE steps SET outcome = 1 - outcome WHERE number = 17")]
    [InlineData("UPDATE steps SET parents = '3' WHERE number = 17")]
    [InlineData("UPDATE steps SET parent_score = 12345 WHERE number = 17")]
    [InlineData("UPDATE steps SET origin = 'human' WHERE number = 17")]
    [InlineData("UPDATE steps SET admitted = 1 - admitted WHERE number = 17")]
    [InlineData("UPDATE steps SET reason = 'because' WHERE number = 17")]
    [InlineData("UPDATE steps SET cases = NULL WHERE number = 17")]
    [InlineData("UPDATE steps SET metrics = '{\"speed\":9}' WHERE number = 17")]
    [InlineData("UPDATE steps SET metrics = 'no json' WHERE number = 17")]
    [InlineData("UPDATE steps SET isolation = 'L9' WHERE number = 17")]
    [InlineData("UPDATE steps SET child = (SELECT child FROM steps WHERE number = 18) WHERE number = 17")]
    [InlineData("UPDATE steps SET artifact = (SELECT artifact FROM steps WHERE number = 18) WHERE number = 17")]
    [InlineData("UPDATE steps SET length = length + 1 WHERE number = 17")]
    [InlineData("UPDATE steps SET link = zeroblob(32) WHERE number = 17")]
    [InlineData("UPDATE steps SET number = 500 WHERE number = 17")]
    [InlineData("UPDATE artifacts SET content = x'0001' WHERE id = (SELECT artifact FROM steps WHERE number = 17)")]
    [InlineData("UPDATE artifacts SET content = (SELECT content FROM artifacts WHERE id = 3) WHERE id = (SELECT artifact FROM steps WHERE number = 17)")]
    [InlineData("DELETE FROM artifacts WHERE id = (SELECT artifact FROM steps WHERE number = 17)")]
    [InlineData("DELETE FROM steps WHERE number = 17")]
    public async Task Verification_names_the_first_step_that_was_changed(string change)
    {
        await FillAsync();
        Tamper(change);
        using var database = RunDatabase.OpenToRead(_folder.File());
        var fault = await database.VerifyAsync(Cancellation);
        Assert.NotNull(fault);
        Assert.Equal(17, fault.Step);
        Assert.NotEmpty(fault.Reason);
    }

    [Theory]
    [InlineData("UPDATE steps SET elapsed_ticks = 1 WHERE number = 17")]
    [InlineData("UPDATE steps SET cpu_ticks = 1 WHERE number = 17")]
    public async Task Measured_times_are_not_part_of_what_is_verified(string change)
    {
        await FillAsync();
        Tamper(change);
        using var database = RunDatabase.OpenToRead(_folder.File());
        Assert.Null(await database.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task Steps_cut_off_at_the_end_show_in_the_head()
    {
        var head = await FillAsync();
        Tamper("DELETE FROM steps WHERE number >= 25");
        using var database = RunDatabase.OpenToRead(_folder.File());
        Assert.Equal(25, database.Count);
        Assert.NotEqual(head, database.Head);
    }

    [Fact]
    public async Task A_program_that_was_changed_is_not_handed_out()
    {
        await FillAsync();
        Tamper("UPDATE artifacts SET content = (SELECT content FROM artifacts WHERE id = 3) WHERE id = 5");
        using var database = RunDatabase.OpenToRead(_folder.File());
        await foreach (var step in database.ReadAsync(Cancellation))
        {
            if (step.Number == 4)
            {
                var thrown = Assert.Throws<StoreException>(() => step.Child!.Files);
                Assert.Contains("damaged", thrown.Message, StringComparison.Ordinal);
            }
        }
    }

    // Every step has a program of its own, so that artifact n belongs to step n − 1.
    private async Task<string> FillAsync()
    {
        var steps = RandomSteps.Take(seed: 51, count: 30).Select(step => step with
        {
            Child = Toy.Program($"program {step.Number}"),
            Evaluation = (step.Evaluation ?? new Evaluation { Outcome = Outcome.Valid }) with { Score = step.Number, Cases = [1, 2, 3] },
            Parents = [],
            ParentScore = 0,
        }).ToArray();
        using var database = RunDatabase.Create(_folder.File(), new RunDescription { Problem = "toy" });
        await database.AppendAsync(steps, Cancellation);
        return database.Head;
    }

    private void Tamper(string change) => RawSql.Run(_folder.File(), $"""
        PRAGMA foreign_keys = OFF;
        DROP TRIGGER steps_refuses_UPDATE; DROP TRIGGER steps_refuses_DELETE;
        DROP TRIGGER artifacts_refuses_UPDATE; DROP TRIGGER artifacts_refuses_DELETE;
        {change};
        """);
}
