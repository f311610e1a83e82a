using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Governance;
using Cambrian.Governance.Tripwires;
using Cambrian.Runs;
using Cambrian.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Cambrian.Tests.Governance;

public sealed class OversightTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly List<RunRecord> _open = [];

    public void Dispose()
    {
        _open.ForEach(record => record.Dispose());
        _scratch.Dispose();
    }

    [Fact]
    public void Without_a_mandate_a_person_promotes_each_version()
    {
        var oversight = Oversight.Of(Create(mandate: null), _time);
        Assert.Equal((AutonomyLevel.A1, 0), (oversight.Standing.Level, oversight.Standing.Promoted.Step));
        Assert.Equal(oversight.Standing.Promoted.Version, _open[0].Folder.Seed.Id);
    }

    [Fact]
    public void Wires_lower_the_level_one_by_one_and_a_hard_one_to_the_ground_each_finding_once()
    {
        var oversight = Oversight.Of(Create("A4"), _time);
        oversight.Record(3, new Trip("jump", "far"));
        oversight.Record(3, new Trip("jump", "far"));
        oversight.Record(9, new Trip("jump", "far"));
        Assert.Equal(AutonomyLevel.A3, oversight.Standing.Level);

        oversight.Record(12, new Trip("jump", "farther"));
        Assert.Equal(AutonomyLevel.A2, oversight.Standing.Level);

        oversight.Record(14, new Trip("evidence", "none", Hard: true));
        oversight.Record(15, new Trip("evidence", "none again", Hard: true));
        oversight.Record(16, new Trip("time", "short"));
        Assert.Equal(AutonomyLevel.A0, oversight.Standing.Level);
        Assert.Equal(["jump", "jump", "evidence", "time"], oversight.Standing.Trips.Select(trip => trip.By));
    }

    [Theory]
    [InlineData("A0", "solution", DecisionKind.Suggested, 0)]
    [InlineData("A1", "solution", DecisionKind.Waiting, 0)]
    [InlineData("A2", "solution", DecisionKind.Promoted, 1)]
    [InlineData("A2", "engine", DecisionKind.Waiting, 0)]
    [InlineData("A4", "engine", DecisionKind.Promoted, 1)]
    [InlineData("A4", "kernel", DecisionKind.Waiting, 0)]
    internal async Task What_passes_its_test_goes_as_far_as_the_level_lets_it(string level, string subject, DecisionKind expected, int promoted)
    {
        var oversight = Oversight.Of(Create(level, subject), _time);
        var decision = await JudgeAsync(oversight, _open[0], better: 1);

        Assert.Equal((expected, promoted), (decision?.Kind, oversight.Standing.Promoted.Step));
        Assert.Contains("p = 0.0039", decision?.Reason, StringComparison.Ordinal);
        Assert.Equal((1, 0, 8), ((int)decision!.Figures["look"], (int)decision.Figures["against"], (int)decision.Figures["wins"]));
    }

    [Fact]
    public async Task What_does_not_pass_is_refused_at_every_level_with_its_figures()
    {
        var oversight = Oversight.Of(Create("A4"), _time);
        var decision = await JudgeAsync(oversight, _open[0], better: -1);

        Assert.Equal((DecisionKind.Refused, 0), (decision?.Kind, oversight.Standing.Promoted.Step));
        Assert.Contains("worse on 8; p = 1", decision?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_A3_a_change_of_the_engine_is_promoted_when_nobody_objected_in_time()
    {
        var record = Create("A3", "engine");
        var decision = await JudgeAsync(Oversight.Of(record, _time), record, better: 1);
        Assert.Equal(_time.GetUtcNow().AddHours(24), decision?.Due);

        _time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, (await LaterAsync(record)).Promoted.Step);

        _time.Advance(TimeSpan.FromHours(1));
        var standing = await LaterAsync(record);
        Assert.Equal((1, "no objection in time"), (standing.Promoted.Step, standing.Promoted.By));
    }

    [Fact]
    public async Task A_wire_that_is_touched_meanwhile_keeps_it_waiting_for_a_person()
    {
        var record = Create("A3", "engine");
        var oversight = Oversight.Of(record, _time);
        await JudgeAsync(oversight, record, better: 1);
        oversight.Record(2, new Trip("jump", "far"));
        _time.Advance(TimeSpan.FromHours(48));

        var standing = await LaterAsync(record);
        Assert.Equal((0, 1), (standing.Promoted.Step, standing.Waiting?.Step));
    }

    [Fact]
    public async Task Another_engine_keeps_it_waiting_too()
    {
        var record = Create("A3", "engine");
        await JudgeAsync(Oversight.Of(record, _time), record, better: 1);
        _time.Advance(TimeSpan.FromHours(48));
        var drifted = Oversight.Of(record, _time);
        _ = new StepWatch(drifted, record.Folder, recorded: 2, began: "another engine");
        await drifted.PromoteWhatIsDueAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, AutonomyLevel.A2), (drifted.Standing.Promoted.Step, drifted.Standing.Level));
    }

    [Fact]
    public async Task A_ledger_that_was_altered_keeps_it_waiting_and_takes_every_right()
    {
        var record = Create("A3", "engine");
        await JudgeAsync(Oversight.Of(record, _time), record, better: 1);
        _time.Advance(TimeSpan.FromHours(48));
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(record.Path, RunRecord.DatabaseFile)};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TRIGGER decisions_refuses_UPDATE; UPDATE decisions SET reason = 'because' WHERE id = 2;";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var standing = await LaterAsync(record);
        Assert.Equal((0, AutonomyLevel.A0), (standing.Promoted.Step, standing.Level));
        Assert.Contains("the ledger was altered", standing.Trips[^1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mandate_that_was_changed_has_ended_or_is_gone_is_refused()
    {
        var record = Create("A2");
        File.AppendAllText(Path.Combine(record.Path, "mandate.json"), " ");
        Assert.Contains("not the mandate that the run began with", Assert.Throws<MandateException>(() => Oversight.Of(record, _time)).Message, StringComparison.Ordinal);

        File.Delete(Path.Combine(record.Path, "mandate.json"));
        Assert.Contains("not the mandate", Assert.Throws<MandateException>(() => Oversight.Of(record, _time)).Message, StringComparison.Ordinal);

        var other = Create("A2");
        _time.Advance(TimeSpan.FromDays(400));
        Assert.Contains("ended", Assert.Throws<MandateException>(() => Oversight.Of(other, _time)).Message, StringComparison.Ordinal);
    }

    private async Task<Standing> LaterAsync(RunRecord record)
    {
        var oversight = Oversight.Of(record, _time);
        await oversight.PromoteWhatIsDueAsync(TestContext.Current.CancellationToken);
        return oversight.Standing;
    }

    private static Task<Decision?> JudgeAsync(Oversight oversight, RunRecord record, double better)
    {
        record.Database.OpenSealed(0, DateTimeOffset.UnixEpoch);
        var (seed, winner) = (Scores(0), Scores(better));
        var artifact = record.Folder.Seed.With("program.txt", "other");
        return oversight.JudgeAsync(new Candidate(1, artifact, winner, [0]), new Candidate(0, record.Folder.Seed, seed, []), (winner, seed), TestContext.Current.CancellationToken);
    }

    private static Evaluation Scores(double score) =>
        new() { Outcome = Outcome.Valid, Score = score, Cases = [.. Enumerable.Range(0, 8).Select(index => score * (1 + (index / 10.0)))], Isolation = "L3 test" };

    private RunRecord Create(string? mandate, string subject = "solution")
    {
        _scratch.Write("small/problem.json", $$"""{ "title": "small", "direction": "maximise", "subject": "{{subject}}", "evaluator": { "run": ["none"] } }""");
        _scratch.Write("small/seed/program.txt", "seed");
        var text = $$"""{ "level": "{{mandate}}", "scope": ["small"], "ends": "2026-12-31T00:00:00Z", "approvers": ["Ada"] }""";
        var options = new RunOptions { Out = _scratch[$"run-{_open.Count}"], Mandate = mandate is null ? null : MandateFile.Parse(text, "mandate.json") };
        // A step, so that the record has something to be about.
        var record = RunRecord.Create(ProblemFolder.Load(_scratch["small"]), options, _time);
        var seed = new Step { Number = 0, Child = record.Folder.Seed, Evaluation = Scores(0), Verdict = Verdict.Admit() };
        record.Database.AppendAsync([seed], TestContext.Current.CancellationToken).GetAwaiter().GetResult(); // it completes at once
        _open.Add(record);
        return record;
    }
}
