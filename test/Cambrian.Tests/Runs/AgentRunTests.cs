using System.Diagnostics;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Runs;
using Cambrian.Store;

namespace Cambrian.Tests.Runs;

/// <summary>Whole runs of agents, in real sandboxes.</summary>
public sealed class AgentRunTests : IDisposable
{
    private readonly Scratch _scratch = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public AgentRunTests() => SmallAgents.Write(_scratch, "lines");

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("default")]
    [InlineData(Catalog.EditableSelection)]
    [InlineData("hgm")]
    public async Task The_ledger_is_the_same_for_one_worker_for_three_and_for_a_run_that_was_stopped_twice(string strategy)
    {
        var alone = await RunAsync(strategy, "alone", parallel: 1, 40);

        Assert.Equal(alone, await RunAsync(strategy, "together", parallel: 3, 40));
        Assert.Equal(alone, await RunAsync(strategy, "stopped", parallel: 2, 17, 29, 40));
    }

    [Fact]
    public async Task A_run_that_was_killed_goes_on_as_if_it_had_not_been()
    {
        var alone = await RunAsync("default", "alone", parallel: 2, 40);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "cambrian.dll"), "run", "lines", "--seed", "3", "--steps", "1000000", "--out", "killed"])
        {
            UseShellExecute = false,
            WorkingDirectory = _scratch[""],
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using (var process = Process.Start(start)!) // only null when a shell hands it to another process
        {
            _ = process.StandardOutput.ReadToEndAsync(Cancellation);
            var error = process.StandardError.ReadToEndAsync(Cancellation);
            while (Recorded("killed") < 10)
            {
                Assert.False(process.HasExited, process.HasExited ? await error : "");
                await Task.Delay(20, Cancellation);
            }

            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }

        Assert.InRange(Recorded("killed"), 10, 39);
        Assert.Equal(0, (await _scratch.TypeAsync("resume", "killed", "--steps", "40")).Code);
        using var database = RunDatabase.OpenToRead(Path.Combine(_scratch["killed"], RunRecord.DatabaseFile));
        Assert.Equal(alone, database.Head);
    }

    [Fact]
    public async Task Agents_are_measured_task_by_task_and_a_budget_buys_as_many_tasks()
    {
        var session = await RunSession.CreateAsync(ProblemFolder.Load(_scratch["lines"]), new RunOptions { Seed = 3, Strategy = "hgm", Out = _scratch["tasks"] }, TimeProvider.System, Cancellation);
        List<Step> steps;
        RunResult result;
        await using (session)
        {
            var budget = await session.InTasksAsync(new Budget { Evaluations = 15 }, Cancellation);
            Assert.Equal(15 * 6, budget.Evaluations);
            steps = await session.RunAsync(budget, Cancellation).ToListAsync(Cancellation);
            result = await session.FinishAsync(Cancellation);
        }

        Assert.Equal(90, steps.Count(step => step.Evaluation is not null));
        Assert.All(steps.Where(step => step.Origin == "measure"), step => Assert.InRange(step.Evaluation!.Cases.Length, 1, 6));
        Assert.All(steps.Skip(1).Where(step => step.Origin != "measure" && step.Verdict.Admitted), step => Assert.Empty(step.Evaluation!.Cases));
        Assert.True(result.Test > 0 && result.Validation >= result.Training - 1);

        var (code, shown, _) = await _scratch.TypeAsync("show", "tasks");

        Assert.Equal(0, code);
        Assert.Contains("  measure  ", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("measure:", shown, StringComparison.Ordinal); // no generation of the lineage
        Assert.Contains(result.Winner.Evaluation.Complete ? "of 6\n" : $"measured on {result.Winner.Evaluation.Cases.Length} of 6", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_for_whose_turn_it_is_is_part_of_the_seed_and_is_changed_like_the_rest()
    {
        await RunAsync(Catalog.EditableSelection, "choosing", parallel: 2, 60);

        var steps = await _scratch.StepsAsync("choosing");
        Assert.Equal(["Agent.cs", "Choice.cs"], steps[0].Child!.Files.Keys.Order(StringComparer.Ordinal));
        Assert.True(steps.Where(step => step.Verdict.Admitted).SelectMany(step => step.Parents.Take(1)).Distinct().Count() > 2, "Every child has one of two parents.");
    }

    [Fact]
    public async Task Agents_without_a_rule_for_whose_turn_it_is_cannot_be_searched_that_way()
    {
        _scratch.Write("lines/problem.json", (await File.ReadAllTextAsync(_scratch["lines/problem.json"], Cancellation)).Replace("\"choose\": \"Choice.Choose\",", "", StringComparison.Ordinal));

        var (code, _, error) = await _scratch.TypeAsync("run", "lines", "--strategy", Catalog.EditableSelection, "--steps", "3");

        Assert.NotEqual(0, code);
        Assert.Contains("expected one of default, dgm", error, StringComparison.Ordinal);
    }

    private int Recorded(string run)
    {
        var file = Path.Combine(_scratch[run], RunRecord.DatabaseFile);
        try
        {
            using var database = File.Exists(file) ? RunDatabase.OpenToRead(file) : null;
            return database?.Count ?? 0;
        }
        catch (StoreException)
        {
            return 0; // being made
        }
    }

    private async Task<string> RunAsync(string strategy, string name, int parallel, params int[] stops)
    {
        var options = new RunOptions { Seed = 3, Strategy = strategy, Parallel = parallel, Out = _scratch[name] };
        foreach (var (part, stop) in stops.Index())
        {
            var session = part == 0
                ? await RunSession.CreateAsync(ProblemFolder.Load(_scratch["lines"]), options, TimeProvider.System, Cancellation)
                : await RunSession.OpenAsync(_scratch[name], options, TimeProvider.System, Cancellation);
            await using (session)
            {
                Assert.Equal(stop, await session.RunAsync(new Budget { Steps = stop }, Cancellation).CountAsync(Cancellation));
            }
        }

        using var database = RunDatabase.OpenToRead(Path.Combine(_scratch[name], RunRecord.DatabaseFile));
        return database.Head;
    }
}
