using Cambrian.Runs;
using Cambrian.Store;

namespace Cambrian.Tests.Commands;

/// <summary>Mandates, kill files and approvals as a person meets them, on a problem on which every change of one number is better or worse on all cases.</summary>
public sealed class GovernanceTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public GovernanceTests()
    {
        _scratch.Write("easy/problem.json", """{ "title": "A number", "direction": "maximise", "evaluator": { "run": ["python3", "score.py", "{candidate}"] } }""");
        _scratch.Write("easy/statement.md", "Make it large.");
        _scratch.Write("easy/seed/program.py", "value = 1\n");
        _scratch.Write("easy/score.py", """
            import json, runpy, sys
            value = float(runpy.run_path(sys.argv[1] + '/program.py')['value'])
            value = max(-100.0, min(100.0, value))
            print(json.dumps({'score': value, 'cases': [value * (1 + n / 10) for n in range(8)]}))
            """);
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_winner_waits_until_a_named_person_approves_it()
    {
        var run = await _scratch.TypeAsync("run", "easy", "--steps", "40", "--out", "r");
        Assert.Equal(0, run.Code);
        Assert.Contains("autonomy             A1", run.Output, StringComparison.Ordinal);
        Assert.Contains("cambrian approve r --by NAME --because TEXT", run.Output, StringComparison.Ordinal);
        Assert.Contains("step 0, the seed", (await _scratch.TypeAsync("show", "r")).Output, StringComparison.Ordinal);
        Assert.Equal("value = 1\n", (await _scratch.TypeAsync("best", "r", "--promoted")).Output);

        Assert.Contains("does not wait for approval", (await _scratch.TypeAsync("approve", "r", "--by", "Ada", "--because", "good", "--step", "0")).Error, StringComparison.Ordinal);
        var approved = await _scratch.TypeAsync("approve", "r", "--by", "Ada", "--because", "it is larger");
        Assert.Equal(0, approved.Code);
        Assert.All(["sealed test", "95 % interval", "+ value = ", "1 lines added, 1 removed", "cheats", "isolation", "evaluations", "Promoted: step"], part => Assert.Contains(part, approved.Output, StringComparison.Ordinal));

        var show = await _scratch.TypeAsync("show", "r");
        Assert.Contains("by Ada", show.Output, StringComparison.Ordinal);
        Assert.Contains("it is larger", show.Output, StringComparison.Ordinal);
        Assert.Equal((await _scratch.TypeAsync("best", "r")).Output, (await _scratch.TypeAsync("best", "r", "--promoted")).Output);
        var again = await _scratch.TypeAsync("approve", "r", "--by", "Ada", "--because", "again");
        Assert.Equal(7, again.Code);
        Assert.Contains("Nothing waits for approval", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mandate_says_who_may_decide_and_a_no_is_recorded_too()
    {
        WriteMandate("A1", ends: "2999-01-01T00:00:00Z");
        Assert.Equal(0, (await _scratch.TypeAsync("run", "easy", "--steps", "40", "--out", "r", "--mandate", "mandate.json")).Code);

        var stranger = await _scratch.TypeAsync("approve", "r", "--by", "Mallory", "--because", "trust me");
        Assert.Equal(7, stranger.Code);
        Assert.Contains("'Mallory' may not decide: the run's mandate names Ada Lovelace", stranger.Error, StringComparison.Ordinal);

        Assert.Contains("Rejected: step", (await _scratch.TypeAsync("approve", "r", "--by", "Ada Lovelace", "--reject", "--because", "too large")).Output, StringComparison.Ordinal);
        Assert.Contains("too large", (await _scratch.TypeAsync("show", "r")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_A2_a_solution_is_promoted_within_the_mandates_budget()
    {
        WriteMandate("A2", ends: "2999-01-01T00:00:00Z", budget: """{ "steps": 40, "evaluations": 400 }""");
        var run = await _scratch.TypeAsync("run", "easy", "--steps", "500", "--out", "r", "--mandate", "mandate.json", "--json");

        Assert.Equal(0, run.Code);
        Assert.Contains("\"steps\":40,", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"level\":\"A2\",\"decision\":\"promoted\"", run.Output, StringComparison.Ordinal);
        await File.AppendAllTextAsync(_scratch["r/mandate.json"], "\n", TestContext.Current.CancellationToken);
        var resumed = await _scratch.TypeAsync("resume", "r", "--steps", "50");
        Assert.Equal(7, resumed.Code);
        Assert.Contains("not the mandate that the run began with", resumed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mandates_processor_time_ends_a_run()
    {
        WriteMandate("A1", ends: "2999-01-01T00:00:00Z", budget: """{ "cpuSeconds": 0.05 }""");
        Assert.Equal(0, (await _scratch.TypeAsync("run", "easy", "--steps", "100000", "--out", "r", "--mandate", "mandate.json")).Code);
        Assert.InRange(await StepsAsync("r"), 1, 1_000);
    }

    [Theory]
    [InlineData("2001-01-01T00:00:00Z", "easy", "The mandate ended at 2001-01-01")]
    [InlineData("2999-01-01T00:00:00Z", "bin-packing", "The mandate is about bin-packing, not about 'easy'")]
    public async Task A_mandate_that_does_not_allow_it_lets_nothing_start_and_leaves_nothing(string ends, string scope, string expected)
    {
        WriteMandate("A2", ends, scope: scope);
        var run = await _scratch.TypeAsync("run", "easy", "--out", "r", "--mandate", "mandate.json");

        Assert.Equal(7, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_scratch["r"]));
    }

    [Fact]
    public async Task Evidence_that_was_changed_is_not_approved()
    {
        Assert.Equal(0, (await _scratch.TypeAsync("run", "easy", "--steps", "40", "--out", "r")).Code);
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_scratch["r/run.db"]};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TRIGGER held_out_refuses_UPDATE; UPDATE held_out SET score = score + 1;";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var approval = await _scratch.TypeAsync("approve", "r", "--by", "Ada", "--because", "good");
        Assert.Equal(7, approval.Code);
        Assert.Contains("The evidence does not hold: the ledger was altered", approval.Error, StringComparison.Ordinal);
    }

    // The program sleeps for an hour; that this test ends at all is what it shows. How soon is measured by a benchmark.
    [Fact]
    public async Task A_kill_file_ends_a_run_whose_program_sleeps_leaves_nothing_behind_and_keeps_it_from_going_on()
    {
        var mark = $"{Guid.NewGuid():N}";
        _scratch.Write("asleep/problem.json", $$"""{ "title": "sleeps", "direction": "maximise", "evaluator": { "run": ["python3", "sleep.py", "{candidate}", "{{mark}}"], "timeLimit": 3600 } }""");
        _scratch.Write("asleep/seed/program.py", "value = 1\nother = 2\n");
        _scratch.Write("asleep/sleep.py", """
            import json, sys, time
            if open(sys.argv[1] + '/program.py').read() != 'value = 1\nother = 2\n': time.sleep(3600)
            print(json.dumps({'score': 1}))
            """);
        using var output = new WritingWriter("  seed", _scratch["r/STOP"]);
        var run = await _scratch.TypeAsync(output, TestContext.Current.CancellationToken, "run", "asleep", "--steps", "100", "--out", "r");

        Assert.Equal(130, run.Code);
        Assert.Contains($"The file {_scratch["r/STOP"]} stops this run.", run.Output, StringComparison.Ordinal);
        Assert.Contains("cambrian resume", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Commands(), command => command.Contains(mark, StringComparison.Ordinal));
        Assert.Equal(1, await StepsAsync("r"));

        var refused = await _scratch.TypeAsync("resume", "r", "--steps", "1");
        Assert.Equal(7, refused.Code);
        Assert.Contains("Remove it", refused.Error, StringComparison.Ordinal);
        File.Delete(_scratch["r/STOP"]);
        Assert.Equal(0, (await _scratch.TypeAsync("resume", "r", "--steps", "1")).Code);
    }

    private async Task<int> StepsAsync(string run)
    {
        using var record = RunRecord.OpenToRead(_scratch[run]);
        Assert.Null(await record.Database.VerifyAsync(TestContext.Current.CancellationToken));
        Assert.Equal(DecisionKind.Began, record.Database.Decisions()[0].Kind);
        return record.Database.Count;
    }

    private void WriteMandate(string level, string ends, string scope = "easy", string budget = "{}") => _scratch.Write(
        "mandate.json",
        $$"""{ "level": "{{level}}", "scope": ["{{scope}}"], "ends": "{{ends}}", "approvers": ["Ada Lovelace"], "budget": {{budget}} }""");

    private static IEnumerable<string> Commands() => Directory.EnumerateDirectories("/proc").Select(folder =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    });

    /// <summary>Puts a kill file down when it reads a certain text.</summary>
    private sealed class WritingWriter(string trigger, string file) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(trigger, StringComparison.Ordinal) == true)
            {
                File.WriteAllText(file, "");
            }
        }
    }
}
