using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Runs;
using Cambrian.Store;

namespace Cambrian.Tests.Runs;

/// <summary>Whole runs of a shipped problem, in real sandboxes.</summary>
public sealed class RunSessionTests : IDisposable
{
    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("cambrian-runs-");

    [Fact]
    public async Task The_ledger_is_the_same_for_one_worker_for_three_and_for_a_run_that_was_stopped_twice()
    {
        var alone = await RunAsync("alone", parallel: 1, 120);
        var together = await RunAsync("together", parallel: 3, 120);
        var stopped = await RunAsync("stopped", parallel: 2, 31, 78, 120);

        Assert.Equal(alone, together);
        Assert.Equal(alone, stopped);
    }

    [Fact]
    public async Task A_finished_run_names_its_winner_and_counts_the_opening_of_the_sealed_cases()
    {
        var session = await RunSession.CreateAsync(Folder(), Options("finished", parallel: 2), TimeProvider.System, TestContext.Current.CancellationToken);
        RunResult result;
        await using (session)
        {
            await session.CheckCheatsAsync(CheatTrial.Brief, TestContext.Current.CancellationToken);
            await TakeAsync(session, 40);
            result = await session.FinishAsync(TestContext.Current.CancellationToken);

            Assert.Equal(1, result.SealedOpenings);
            Assert.InRange(result.Test!.Value, 0, 5);
        }

        using var record = RunRecord.OpenToRead(PathOf("finished"));
        await foreach (var step in record.ReadAsync(TestContext.Current.CancellationToken))
        {
            Assert.StartsWith("L", step.Evaluation?.Isolation ?? "L", StringComparison.Ordinal);
        }

        Assert.NotNull(record.Result);
        Assert.Equal((result.Test, result.SeedTest, result.OverSeed), (record.Result.Test, record.Result.SeedTest, record.Result.OverSeed));
        Assert.Null(await record.Database.VerifyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_problem_whose_evaluator_lets_a_cheat_win_is_refused()
    {
        var copy = Directory.CreateDirectory(Path.Combine(_scratch.FullName, "leaky"));
        foreach (var file in Directory.EnumerateFiles(Folder().Path, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.FullName, Path.GetRelativePath(Folder().Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        // A better rule than the seed stands in for a program that found a hole.
        await File.WriteAllTextAsync(
            Path.Combine(copy.FullName, "cheats", "Hole.cs"),
            """
            public static class Rule
            {
                public static double Priority(double item, double remaining) =>
                    item == remaining ? remaining + 25.6
                    : item > 51.2 ? remaining % item
                    : remaining < 51.33 ? remaining % item + item * 0.1764 : item;
            }
            """,
            TestContext.Current.CancellationToken);
        var session = await RunSession.CreateAsync(
            ProblemFolder.Load(copy.FullName), Options("leaky-run", parallel: 1), TimeProvider.System, TestContext.Current.CancellationToken);
        await using (session)
        {
            var refusal = await Assert.ThrowsAsync<CheatWinsException>(() => session.CheckCheatsAsync(CheatTrial.Brief, TestContext.Current.CancellationToken));
            Assert.Contains("Hole", refusal.Message, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _scratch.Delete(recursive: true);

    private static ProblemFolder Folder() => ProblemFolder.Load(Path.Combine(Repository.Root, "problems", "bin-packing"));

    private async Task<string> RunAsync(string name, int parallel, params int[] stops)
    {
        for (var part = 0; part < stops.Length; part++)
        {
            var session = part == 0
                ? await RunSession.CreateAsync(Folder(), Options(name, parallel), TimeProvider.System, TestContext.Current.CancellationToken)
                : await RunSession.OpenAsync(PathOf(name), Options(name, parallel), TimeProvider.System, TestContext.Current.CancellationToken);
            await using (session)
            {
                Assert.Equal(stops[part], await TakeAsync(session, stops[part]));
            }
        }

        using var database = RunDatabase.OpenToRead(Path.Combine(PathOf(name), "run.db"));
        return database.Head;
    }

    private static async Task<int> TakeAsync(RunSession session, int steps)
    {
        var count = 0;
        await foreach (var step in session.RunAsync(new Budget { Steps = steps }, TestContext.Current.CancellationToken))
        {
            Assert.Equal(count++, step.Number);
        }

        return count;
    }

    private RunOptions Options(string name, int parallel) => new() { Seed = 5, Parallel = parallel, Out = PathOf(name) };

    private string PathOf(string name) => Path.Combine(_scratch.FullName, name);
}
