using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Cambrian.Store.Tests;

public sealed class DecisionTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Decisions_come_back_as_they_were_in_their_order()
    {
        await FillAsync();
        using var database = RunDatabase.OpenToRead(_folder.File());

        var decisions = database.Decisions();
        Assert.Equal([DecisionKind.Began, DecisionKind.Waiting, DecisionKind.Promoted], decisions.Select(decision => decision.Kind));
        var waiting = decisions[1];
        Assert.Equal(Waiting with { Figures = waiting.Figures }, waiting);
        Assert.Equal(Waiting.Figures, waiting.Figures);
        Assert.Null(await database.VerifyAsync(Cancellation));
    }

    [Theory]
    [InlineData("UPDATE decisions SET kind = 1 WHERE id = 2")]
    [InlineData("UPDATE decisions SET step = 3 WHERE id = 2")]
    [InlineData("UPDATE decisions SET version = 'other' WHERE id = 2")]
    [InlineData("UPDATE decisions SET level = 4 WHERE id = 1")]
    [InlineData("UPDATE decisions SET by = 'Somebody Else' WHERE id = 3")]
    [InlineData("UPDATE decisions SET reason = 'because' WHERE id = 2")]
    [InlineData("UPDATE decisions SET figures = '{\"p\":0.001}' WHERE id = 2")]
    [InlineData("UPDATE decisions SET at = '2020-01-01T00:00:00.0000000+00:00' WHERE id = 2")]
    [InlineData("UPDATE decisions SET due = NULL WHERE id = 2")]
    [InlineData("UPDATE decisions SET link = zeroblob(32) WHERE id = 3")]
    [InlineData("DELETE FROM decisions WHERE id = 2")]
    [InlineData("UPDATE held_out SET score = 100 WHERE id = 1")]
    [InlineData("DELETE FROM held_out WHERE id = 2")]
    [InlineData("UPDATE run SET value = 'ffff' WHERE name = 'setting.mandate'")]
    [InlineData("DELETE FROM run WHERE name = 'setting.mandate'")]
    public async Task What_was_changed_afterwards_shows(string change)
    {
        await FillAsync();
        Tamper(change);
        using var database = RunDatabase.OpenToRead(_folder.File());

        Assert.Contains("decision", (await database.VerifyAsync(Cancellation))?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_cut_off_at_the_end_show_in_their_head_and_leave_that_of_the_steps_alone()
    {
        var (head, decisions) = await FillAsync();
        Tamper("DELETE FROM decisions WHERE id = 3");
        using var database = RunDatabase.OpenToRead(_folder.File());

        Assert.Equal(head, database.Head);
        Assert.NotEqual(decisions, database.DecisionHead);
    }

    [Theory]
    [InlineData("UPDATE decisions SET level = 4")]
    [InlineData("DELETE FROM decisions")]
    public async Task The_database_itself_refuses_to_change_them(string change)
    {
        await FillAsync();
        var refusal = Assert.Throws<SqliteException>(() => RawSql.Run(_folder.File(), change));
        Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
    }

    private static Decision Waiting => new()
    {
        Kind = DecisionKind.Waiting,
        Step = 7,
        Version = "0123abcd",
        Level = 3,
        By = "gate",
        Reason = "better, \0 and 😀",
        Figures = ImmutableSortedDictionary<string, double>.Empty.Add("p", 0.01).Add("look", 1),
        At = Noon,
        Due = Noon.AddHours(24),
    };

    private async Task<(string Steps, string Decisions)> FillAsync()
    {
        var settings = ImmutableSortedDictionary<string, string>.Empty.Add("mandate", "abcd");
        using var database = RunDatabase.Create(_folder.File(), new RunDescription { Problem = "toy", Settings = settings });
        database.Decide(new Decision { Kind = DecisionKind.Began, Step = 0, Level = 3, By = "mandate", Reason = "it begins", At = Noon });
        await database.AppendAsync(RandomSteps.Take(seed: 3, count: 10), Cancellation);
        database.Record(new HeldOutScore(HeldOutSplit.Sealed, 0, new Evaluation { Outcome = Outcome.Valid, Score = 1, Cases = [1, 2] }));
        database.Record(new HeldOutScore(HeldOutSplit.Sealed, 7, new Evaluation { Outcome = Outcome.Valid, Score = 2, Cases = [2, 3] }));
        database.Decide(Waiting);
        database.Decide(Waiting with { Kind = DecisionKind.Promoted, By = "Ada", Due = null });
        return (database.Head, database.DecisionHead);
    }

    private void Tamper(string change)
    {
        var tables = new[] { "decisions", "held_out", "run" };
        var guards = string.Concat(tables.Select(table => $"DROP TRIGGER {table}_refuses_UPDATE; DROP TRIGGER {table}_refuses_DELETE;"));
        RawSql.Run(_folder.File(), $"PRAGMA foreign_keys = OFF; {guards} {change};");
    }
}
