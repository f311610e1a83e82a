using CsCheck;

namespace Cambrian.Store.Tests;

public sealed class BadFileTests : IDisposable
{
    private static readonly RunDescription Description = new() { Problem = "toy" };

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_file_is_said_to_be_missing() => Refused("no run database", "Check the path");

    [Fact]
    public void A_text_file_is_said_to_be_something_else()
    {
        File.WriteAllText(_folder.File(), "# Notes\n" + new string('x', 5_000));
        Refused("is no run database", "found something else");
    }

    [Fact]
    public void An_empty_file_is_said_to_be_something_else()
    {
        File.WriteAllText(_folder.File(), "");
        Refused("is no run database", "Check the path");
    }

    [Fact]
    public void Another_programs_database_is_said_to_be_anothers()
    {
        RawSql.Run(_folder.File(), "PRAGMA application_id = 77; CREATE TABLE songs(title TEXT);");
        Refused("another program", "application id 77");
    }

    [Fact]
    public async Task A_newer_format_is_said_to_be_newer()
    {
        await FillAsync();
        RawSql.Run(_folder.File(), "PRAGMA user_version = 4;");
        Refused("has format 4", "reads format 3", "newer program");
    }

    [Fact]
    public async Task A_database_without_its_tables_is_said_to_be_damaged()
    {
        await FillAsync();
        RawSql.Run(_folder.File(), "DROP TABLE run;");
        Refused("damaged", "no such table");
    }

    [Fact]
    public async Task A_second_writer_is_refused_until_the_first_is_done()
    {
        await FillAsync();
        using (RunDatabase.Open(_folder.File()))
        {
            var thrown = Assert.Throws<StoreException>(() => RunDatabase.Open(_folder.File()));
            Assert.Contains("being written by another process", thrown.Message, StringComparison.Ordinal);
            Assert.Throws<StoreException>(() => RunDatabase.Create(_folder.File(), Description));
            using var reader = RunDatabase.OpenToRead(_folder.File());
            Assert.Equal(50, reader.Count);
        }

        using var second = RunDatabase.Open(_folder.File());
        Assert.Equal(50, second.Count);
    }

    [Fact]
    public async Task A_new_run_does_not_overwrite_an_old_one()
    {
        await FillAsync();
        var thrown = Assert.Throws<StoreException>(() => RunDatabase.Create(_folder.File(), Description));
        Assert.Contains("already", thrown.Message, StringComparison.Ordinal);
        using var old = RunDatabase.Open(_folder.File());
        Assert.Equal(50, old.Count);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var thrown = Assert.Throws<StoreException>(() => RunDatabase.Create(_folder.File("missing/run.db"), Description));
        Assert.Contains("missing", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_a_store_exception_or_a_fault_and_never_a_wrong_step()
    {
        var steps = await FillAsync();
        var intact = await File.ReadAllBytesAsync(_folder.File(), Cancellation);
        var file = 0;
        await Gen.Select(Gen.Int[0, intact.Length - 1], Gen.Int[1, 3_000], Gen.Byte, Gen.Bool).SampleAsync(
            async (start, length, value, truncate) =>
            {
                var bytes = intact.ToArray();
                bytes.AsSpan(start, Math.Min(length, bytes.Length - start)).Fill(value);
                var path = _folder.File($"damaged{Interlocked.Increment(ref file)}.db");
                await File.WriteAllBytesAsync(path, truncate ? bytes[..start] : bytes, Cancellation);
                await UseAsync(path, steps);
            },
            iter: 200,
            threads: 1);
    }

    private static async Task UseAsync(string path, Step[] steps)
    {
        try
        {
            using var database = RunDatabase.Open(path);
            var fault = await database.VerifyAsync(Cancellation);
            await foreach (var step in database.ReadAsync(Cancellation))
            {
                var text = StepText.Of(step);
                Assert.True(fault?.Step <= step.Number || StepText.Of(steps[step.Number] with { Elapsed = step.Elapsed }) == text || MeasuredTimeChanged(steps[step.Number], step), text);
            }
        }
        catch (StoreException refused)
        {
            Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        }
    }

    // The chain leaves measured times out, so damage to them alone goes unnoticed.
    private static bool MeasuredTimeChanged(Step recorded, Step read) =>
        recorded.Evaluation?.Cpu != read.Evaluation?.Cpu && StepText.HeadOf([recorded]) == StepText.HeadOf([read]);

    private async Task<Step[]> FillAsync()
    {
        var steps = RandomSteps.Take(seed: 61, count: 50);
        using var database = RunDatabase.Create(_folder.File(), Description);
        await database.AppendAsync(steps, Cancellation);
        return steps;
    }

    private void Refused(params string[] words)
    {
        foreach (var open in new Func<string, RunDatabase>[] { RunDatabase.Open, RunDatabase.OpenToRead })
        {
            var thrown = Assert.Throws<StoreException>(() => open(_folder.File()));
            Assert.All([_folder.File(), .. words], word => Assert.Contains(word, thrown.Message, StringComparison.Ordinal));
        }
    }
}
