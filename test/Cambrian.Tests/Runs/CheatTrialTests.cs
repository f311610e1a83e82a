using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Runs;
using Microsoft.Extensions.Time.Testing;

namespace Cambrian.Tests.Runs;

public sealed class CheatTrialTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_cheat_that_never_answers_is_stopped_long_before_the_problems_time_limit()
    {
        var trial = Trial(TimeSpan.FromSeconds(1), ("Endless", null), ("Poor", 0.5));

        var running = trial.RunAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1));
        var (_, cheats) = await running;

        Assert.Equal(["Endless", "Poor"], cheats.Select(cheat => cheat.Name));
        Assert.Equal(Outcome.TimedOut, cheats[0].Evaluation.Outcome);
        Assert.Contains("no answer within 1 s", cheats[0].Evaluation.Feedback, StringComparison.Ordinal);
        Assert.Contains("1800 s", cheats[0].Evaluation.Feedback, StringComparison.Ordinal);
        Assert.Equal(Outcome.Valid, cheats[1].Evaluation.Outcome);
    }

    [Fact]
    public async Task Where_the_seed_takes_long_cheats_have_longer()
    {
        var trial = Trial(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), ("Endless", null));

        var running = trial.RunAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(39));
        Assert.False(running.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Contains("within 40 s", (await running).Cheats[0].Evaluation.Feedback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_never_answers_hides_none_that_wins()
    {
        var trial = Trial(TimeSpan.FromSeconds(1), ("Endless", null), ("Winner", 2));

        var running = trial.RequireNoneWinsAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("Winner", (await Assert.ThrowsAsync<CheatWinsException>(() => running)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_gives_up_is_not_told_that_a_cheat_was_late()
    {
        using var stop = new CancellationTokenSource();
        var running = Trial(TimeSpan.FromSeconds(1), ("Endless", null)).RunAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private CheatTrial Trial(TimeSpan patience, params (string Name, double? Score)[] cheats) => Trial(patience, TimeSpan.Zero, cheats);

    private CheatTrial Trial(TimeSpan patience, TimeSpan seedTakes, params (string Name, double? Score)[] cheats)
    {
        var seed = Artifact.Of("rule.txt", "seed");
        var folder = new ProblemFolder
        {
            Path = "/nowhere/scripted",
            File = new ProblemFile { Title = "A problem", Direction = Direction.Maximise, Evaluator = new EvaluatorSection { TimeLimit = 1800 } },
            Problem = new Problem { Name = "scripted", Statement = "", Direction = Direction.Maximise, Seeds = [seed] },
            Cheats = new SortedDictionary<string, Artifact>(cheats.ToDictionary(cheat => cheat.Name, cheat => Artifact.Of("rule.txt", cheat.Name)), StringComparer.Ordinal),
            References = new Dictionary<string, Artifact>(StringComparer.Ordinal),
            Improver = seed,
        };
        return new CheatTrial(folder, new Scripted(_time, seedTakes, cheats), _time, patience);
    }

    // Answers with a score, or never.
    private sealed class Scripted(FakeTimeProvider time, TimeSpan seedTakes, (string Name, double? Score)[] cheats) : IEvaluator
    {
        public async Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
        {
            var name = artifact.Files["rule.txt"];
            if (name == "seed")
            {
                time.Advance(seedTakes);
                return new Evaluation { Outcome = Outcome.Valid, Score = 1, Cpu = seedTakes };
            }

            if (cheats.Single(cheat => cheat.Name == name).Score is { } score)
            {
                return new Evaluation { Outcome = Outcome.Valid, Score = score };
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return Evaluation.None(Outcome.Failed, "");
        }
    }
}
