using System.Collections.Immutable;
using CsCheck;
using Microsoft.Data.Sqlite;

namespace Cambrian.Store.Tests;

public sealed class RunDatabaseTests : LedgerConformance, IDisposable
{
    private static readonly RunDescription Description = new()
    {
        Problem = "toy",
        ProblemHash = "abc",
        Strategy = "islands 3 × population 20",
        Seed = -5,
        Window = 8,
        Created = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
        Settings = ImmutableSortedDictionary<string, string>.Empty.Add("steps", "1000").Add("path", "problems/toy"),
    };

    private readonly TemporaryFolder _folder = new();
    private readonly List<RunDatabase> _open = [];
    private int _files;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _open.ForEach(database => database.Dispose());
        _folder.Dispose();
    }

    [Fact]
    public void The_description_comes_back_as_it_was()
    {
        using (var database = RunDatabase.Create(_folder.File(), Description))
        {
            Assert.Equal(0, database.Count);
        }

        using var reopened = RunDatabase.Open(_folder.File());
        Assert.Equal(Description with { Settings = reopened.Description.Settings }, reopened.Description);
        Assert.Equal(Description.Settings, reopened.Description.Settings);
    }

    [Fact]
    public async Task Calls_are_kept_from_any_thread_while_steps_are_appended()
    {
        using (var database = RunDatabase.Create(_folder.File(), Description))
        {
            var keeping = Parallel.ForEachAsync(Enumerable.Range(0, 200), Cancellation, (number, _) =>
            {
                database.KeepCall($"key-{number % 150}", $"call {number} \0 𝄞");
                Assert.NotNull(database.FindCall($"key-{number % 150}"));
                return ValueTask.CompletedTask;
            });
            foreach (var step in RandomSteps.Take(seed: 43, count: 100))
            {
                await database.AppendAsync([step], Cancellation);
            }

            await keeping;
        }

        using var again = RunDatabase.OpenToRead(_folder.File());
        Assert.Equal((100, 200), (again.Count, again.Calls().Count));
        Assert.Null(again.FindCall("key-150"));
        Assert.Equal(again.Calls().Last(call => call is "call 7 \0 𝄞" or "call 157 \0 𝄞"), again.FindCall("key-7"));
        Assert.Null(await again.VerifyAsync(Cancellation));
        Assert.Throws<StoreException>(() => again.KeepCall("key", "call"));
    }

    [Fact]
    public async Task The_head_is_the_hash_over_all_steps_wherever_the_run_was_closed()
    {
        var steps = RandomSteps.Take(seed: 41, count: 60);
        Fill(_folder.File(), steps[..20]);
        using (var again = RunDatabase.Open(_folder.File()))
        {
            Assert.Equal((20, StepText.HeadOf(steps[..20])), (again.Count, again.Head));
            await again.AppendAsync(steps[20..], Cancellation);
        }

        using var read = RunDatabase.OpenToRead(_folder.File());
        Assert.Equal((60, StepText.HeadOf(steps)), (read.Count, read.Head));
        Assert.Null(await read.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task Equal_programs_are_stored_once_also_after_reopening()
    {
        var steps = RandomSteps.Take(seed: 42, count: 40).Select(step => step with { Child = Toy.Program($"{step.Number % 5}"), Evaluation = Evaluation.Of(1) }).ToArray();
        Fill(_folder.File(), steps[..13]);
        using (var again = RunDatabase.Open(_folder.File()))
        {
            await again.AppendAsync(steps[13..], Cancellation);
        }

        Assert.Equal(5, Query("SELECT count(*) FROM artifacts"));
        using var read = RunDatabase.OpenToRead(_folder.File());
        Assert.Null(await read.VerifyAsync(Cancellation));
    }

    [Fact]
    public void Similar_programs_take_little_space()
    {
        var body = string.Concat(Enumerable.Range(0, 200).Select(line => $"    var x{line} = Math.Sqrt({line * 7919 % 1000}) + {line};\n"));
        var steps = Enumerable.Range(0, 100).Select(number => new Step
        {
            Number = number,
            Child = Toy.Program(body.Replace("Sqrt(3)", $"Abs({number})", StringComparison.Ordinal) + (number == 0 ? "" : "// end")),
            Evaluation = Evaluation.Of(number),
            Verdict = Verdict.Admit(),
        }).ToArray();
        Fill(_folder.File(), steps);
        Assert.InRange(Query("SELECT max(length(content)) FROM artifacts WHERE id > 1"), 1, body.Length);
        Assert.InRange(Query("SELECT sum(length(content)) FROM artifacts"), 1, body.Length * 60);
    }

    [Fact]
    public async Task Held_out_scores_and_openings_are_kept()
    {
        var evaluation = RandomSteps.Take(seed: 43, count: 20).First(step => step.Evaluation is { Cases.Length: > 1 }).Evaluation!;
        using (var database = Fill(_folder.File(), RandomSteps.Take(seed: 44, count: 5), keepOpen: true)!)
        {
            database.Record(new HeldOutScore(HeldOutSplit.Validation, 3, Evaluation.Of(0.25)));
            Assert.Equal(0, database.SealedOpenings);
            database.OpenSealed(3, Description.Created);
            Assert.Equal(1, database.SealedOpenings);
            database.Record(new HeldOutScore(HeldOutSplit.Sealed, 3, evaluation));
        }

        using var read = RunDatabase.OpenToRead(_folder.File());
        Assert.Equal([(HeldOutSplit.Validation, 3), (HeldOutSplit.Sealed, 3)], read.HeldOutScores().Select(score => (score.Split, score.Step)));
        Step Wrapped(Evaluation of) => new() { Number = 0, Verdict = Verdict.Admit(), Evaluation = of };
        Assert.Equal(StepText.Of(Wrapped(evaluation)), StepText.Of(Wrapped(read.HeldOutScores()[1].Evaluation)));
        Assert.Equal(1, read.SealedOpenings);
        Assert.Null(await read.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task A_reader_may_look_while_the_writer_goes_on()
    {
        var steps = RandomSteps.Take(seed: 45, count: 30);
        using var writer = Fill(_folder.File(), steps[..10], keepOpen: true)!;
        using var reader = RunDatabase.OpenToRead(_folder.File());
        await using var reading = reader.ReadAsync(Cancellation).GetAsyncEnumerator(Cancellation);
        for (var number = 0; number < 10; number++)
        {
            Assert.True(await reading.MoveNextAsync());
            Assert.Equal(StepText.Of(steps[number]), StepText.Of(reading.Current));
            await writer.AppendAsync(steps[(10 + number)..(11 + number)], Cancellation);
        }

        Assert.False(await reading.MoveNextAsync());
        Assert.Equal(20, writer.Count);
        var thrown = await Assert.ThrowsAsync<StoreException>(() => reader.AppendAsync(steps[10..11], Cancellation));
        Assert.Contains("opened to read", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_that_overlap_in_any_way_come_back_whole()
    {
        var text = Gen.Char["ab"].Array[0, 7].Select(letters => new string(letters));
        var file = Gen.Select(Gen.Int[0, 2].Select(number => $"{number}.cs"), text);
        var steps = file.Array[1, 3].Select(files => new Artifact(files.DistinctBy(pair => pair.Item1).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2))))
            .Array[500].Generate(new PCG(7), min: null, out _)
            .Select((program, number) => new Step { Number = number, Child = program, Evaluation = Evaluation.Of(1), Verdict = Verdict.Admit() }).ToArray();
        Fill(_folder.File(), steps);
        using var read = RunDatabase.OpenToRead(_folder.File());
        await foreach (var step in read.ReadAsync(Cancellation))
        {
            Assert.Equal(steps[step.Number].Child!.Files, step.Child!.Files);
        }

        Assert.Equal(steps.DistinctBy(step => step.Child).Count(), Query("SELECT count(*) FROM artifacts"));
    }

    [Fact]
    public async Task A_run_replayed_from_the_file_has_the_same_archive_and_goes_on_with_its_programs()
    {
        var whole = new Core.Ledgers.MemoryLedger();
        var (first, again) = (Toy.Strategy(), Toy.Strategy());
        await RunAsync(first, whole, 300);
        using (var database = RunDatabase.Create(_folder.File(), Description))
        {
            await RunAsync(Toy.Strategy(parallel: 3), database, 200);
        }

        using var resumed = RunDatabase.Open(_folder.File());
        await RunAsync(again, resumed, 300);
        Assert.Equal(StepText.HeadOf(whole.Steps), resumed.Head);
        Assert.Equal(first.Archive.Kept.Select(kept => Toy.Letters(kept.Artifact)), again.Archive.Kept.Select(kept => Toy.Letters(kept.Artifact)));
    }

    [Fact]
    public async Task The_questions_of_its_documentation_have_answers()
    {
        using (var database = RunDatabase.Create(_folder.File(), Description))
        {
            await RunAsync(Toy.Strategy(), database, 300);
            database.KeepCall("key", """{ "model": "m", "tokens": { "output": 3 }, "price": 0.5 }""");
        }

        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/ledger.md"), Cancellation);
        var questions = page.Split("```sql\n").Skip(1).Select(block => block.Split("```")[0]).ToList();
        Assert.Equal(4, questions.Count);
        Assert.All(questions, question => Assert.InRange(RawSql.Run(_folder.File(), $"SELECT count(*) FROM ({question.Trim().TrimEnd(';')})"), 1, 300));
    }

    [Fact]
    public void A_closed_run_is_a_single_file()
    {
        Fill(_folder.File(), RandomSteps.Take(seed: 46, count: 50));
        Assert.Equal(["run.db"], _folder.Names);
    }

    [Fact]
    public async Task Programs_are_fetched_from_several_threads_while_the_run_is_written()
    {
        var steps = RandomSteps.Take(seed: 47, count: 200);
        Fill(_folder.File(), steps[..100]);
        using var database = RunDatabase.Open(_folder.File());
        List<Step> read = [];
        await foreach (var step in database.ReadAsync(Cancellation))
        {
            read.Add(step);
        }

        var fetching = read.Select(async step =>
        {
            await Task.Yield();
            return StepText.Of(step);
        }).ToList();
        foreach (var batch in steps[100..].Chunk(3))
        {
            await database.AppendAsync(batch, Cancellation);
        }

        Assert.Equal(steps[..100].Select(StepText.Of), await Task.WhenAll(fetching));
    }

    [Fact]
    public void Recorded_rows_refuse_to_be_changed()
    {
        Fill(_folder.File(), RandomSteps.Take(seed: 48, count: 5));
        foreach (var change in new[] { "UPDATE steps SET score = 1", "DELETE FROM steps WHERE number = 4", "DELETE FROM artifacts", "UPDATE run SET value = 'x'" })
        {
            var thrown = Assert.Throws<SqliteException>(() => Query(change));
            Assert.Contains("append-only", thrown.Message, StringComparison.Ordinal);
        }
    }

    protected override ILedger Create() => Keep(RunDatabase.Create(_folder.File($"{_files++}.db"), Description));

    protected override ILedger Reopen(ILedger ledger)
    {
        var database = Assert.IsType<RunDatabase>(ledger);
        var path = _folder.File($"{_files - 1}.db");
        database.Dispose();
        return Keep(RunDatabase.Open(path));
    }

    private static async Task RunAsync(Strategy strategy, ILedger ledger, int steps)
    {
        await foreach (var _ in new Loop(Toy.Problem, strategy, ledger, TimeProvider.System).RunAsync(new Budget { Steps = steps }, Cancellation))
        {
        }
    }

    private RunDatabase Keep(RunDatabase database)
    {
        _open.Add(database);
        return database;
    }

    private static RunDatabase? Fill(string path, Step[] steps, bool keepOpen = false)
    {
        var database = RunDatabase.Create(path, Description);
        database.AppendAsync(steps, Cancellation).GetAwaiter().GetResult();
        if (keepOpen)
        {
            return database;
        }

        database.Dispose();
        return null;
    }

    private long Query(string sql) => RawSql.Run(_folder.File(), sql);
}
