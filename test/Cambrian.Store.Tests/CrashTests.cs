using System.Diagnostics;
using System.Globalization;
using Cambrian.Core.Ledgers;

namespace Cambrian.Store.Tests;

/// <summary>A process that runs is killed, as often as it is started again.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Kills = 30;
    private const int Steps = 900;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Killed_at_any_moment_a_run_loses_nothing_it_reported_and_resumes_as_if_nothing_had_happened(int parallel)
    {
        var whole = new MemoryLedger();
        await RunAsync(whole, parallel: 1);
        var random = Randomness.From(parallel);
        var reported = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            // Before it is ready, in the middle of replaying, or some steps later.
            reported = Math.Max(reported, await KillAfterAsync(lines: kill == 0 ? 0 : random.Next(reported + 15), allowance: random.Next(10), parallel));
            if (File.Exists(_folder.File()))
            {
                await CheckAsync(whole, reported);
            }
        }

        Assert.InRange(reported, 1, Steps - 1); // every kill hit a run that was still going on
        Assert.Equal(Steps, await KillAfterAsync(Steps + 1, allowance: 0, parallel));
        using var finished = RunDatabase.OpenToRead(_folder.File());
        Assert.Equal(StepText.HeadOf(whole.Steps), finished.Head);
        Assert.Null(await finished.VerifyAsync(Cancellation));
    }

    // What is found after the kill, looked at in a copy so that the crash is the next process's to recover from.
    private async Task CheckAsync(MemoryLedger whole, int reported)
    {
        var copy = Copy();
        RunDatabase database;
        try
        {
            database = RunDatabase.Open(copy);
        }
        catch (StoreException) when (reported == 0)
        {
            return;
        }

        using (database)
        {
            Assert.True(database.Count >= reported, $"{reported} steps were reported, {database.Count} are left");
            Assert.Equal(StepText.HeadOf(whole.Steps.Take(database.Count)), database.Head);
            Assert.Null(await database.VerifyAsync(Cancellation));
            await RunAsync(database, parallel: 2);
            Assert.Equal(StepText.HeadOf(whole.Steps), database.Head);
        }
    }

    private string Copy()
    {
        var folder = _folder.File("copy");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach (var name in _folder.Names.Where(name => !name.EndsWith("-lock", StringComparison.Ordinal) && !name.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(_folder.File(name), Path.Combine(folder, name));
        }

        return Path.Combine(folder, Path.GetFileName(_folder.File()));
    }

    /// <summary>Starts the host, reads so many of its lines, kills it. It may be ahead by the allowance: the kill hits whatever it is doing then.</summary>
    /// <returns>How many steps it had reported when it was gone.</returns>
    private async Task<int> KillAfterAsync(int lines, int allowance, int parallel)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "Cambrian.Store.CrashHost.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [host, _folder.File(), $"{parallel}", $"{Steps}"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        await process.StandardInput.WriteAsync(new string('\n', lines + allowance));
        await process.StandardInput.FlushAsync(Cancellation);
        var reported = 0;
        for (var read = 0; await process.StandardOutput.ReadLineAsync(Cancellation) is { } line; read++)
        {
            reported = line == "ready" ? reported : int.Parse(line, CultureInfo.InvariantCulture) + 1;
            if (read == lines)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync(Cancellation);
        return reported;
    }

    private static async Task RunAsync(ILedger ledger, int parallel)
    {
        await foreach (var _ in new Loop(Toy.Problem, Toy.Strategy(parallel: parallel), ledger, TimeProvider.System).RunAsync(new Budget { Steps = Steps }, Cancellation))
        {
        }
    }
}
