using Cambrian.Agents.Allocation;
using Cambrian.Agents.Selectors;
using Cambrian.Core.Gates;
using Cambrian.Core.Ledgers;
using Cambrian.Core.Proposers;

namespace Cambrian.Agents.Tests.Allocation;

/// <summary>Whole searches, held against the published rule step by step.</summary>
public sealed class TaskAllocationTests
{
    private const double Alpha = 0.6;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_step_is_a_child_or_one_more_task_as_published(int seed)
    {
        var tasks = new LetterTasks();
        var steps = await RunAsync(new MemoryLedger(), tasks, seed, 600);

        // Told from the ledger alone: how many tasks each agent was measured on, seeds in full.
        var measured = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            var children = measured.Count - Toy.Problem.Seeds.Count;
            var spent = measured.Values.Sum() - (16 * Toy.Problem.Seeds.Count);
            if (step.Number < Toy.Problem.Seeds.Count)
            {
                measured[step.Child!.Id] = 16;
            }
            else if (step.Origin == AllocatingProposer.Measure)
            {
                Assert.True(Math.Pow(spent, Alpha) < children, $"Step {step.Number} measures after {spent} tasks of {children} children.");
                Assert.Equal(++measured[step.Child!.Id], step.Evaluation!.Cases.Length);
                Assert.Equal(steps.First(made => step.Child.Equals(made.Child)).Number, Assert.Single(step.Parents));
            }
            else
            {
                Assert.True(Math.Pow(spent, Alpha) >= children || measured.Values.All(count => count == 16), $"Step {step.Number} makes a child after {spent} tasks of {children}.");
                if (step.Verdict.Admitted)
                {
                    Assert.Equal((0, false), (step.Evaluation!.Cases.Length, step.Evaluation.Complete));
                    measured.Add(step.Child!.Id, 0);
                }
            }
        }

        Assert.Equal(tasks.Asked.Count, tasks.Asked.Distinct().Count());
        Assert.Equal(steps.Count(step => step.Origin == AllocatingProposer.Measure), tasks.Asked.Count);
        Assert.Contains(steps.Skip(2), step => step.Contender is not null);
        Assert.True(steps.Select(step => step.Contender?.Score ?? 0).Max() > LetterTasks.InFull(Toy.Problem.Seeds[1]).Score);
    }

    [Fact]
    public async Task A_search_that_was_stopped_goes_on_as_if_it_had_not_been()
    {
        var (ledger, stops) = (new MemoryLedger(), new[] { 3, 57, 58, 211, 400 });
        List<Step> steps = [];
        foreach (var stop in stops)
        {
            steps = await RunAsync(ledger, new LetterTasks(), seed: 5, stop);
        }

        Assert.Equal(StepText.HeadOf(await RunAsync(new MemoryLedger(), new LetterTasks(), seed: 5, 400)), StepText.HeadOf(steps));
    }

    [Fact]
    public void An_agent_keeps_the_step_and_the_parents_it_was_made_with()
    {
        var archive = new RecordArchive();
        var agent = Toy.Candidate(4, "mmmmmmmmmmmmmmmm", 2) with { Evaluation = new Evaluation { Outcome = Outcome.Valid, Complete = false } };
        archive.Add(agent);

        Assert.True(archive.Add(agent with { Step = 9, Parents = [4], Evaluation = agent.Evaluation with { Cases = [1] } }));
        Assert.False(archive.Add(agent with { Step = 10, Parents = [4], Evaluation = agent.Evaluation with { Cases = [0] } }));

        var kept = Assert.Single(archive.Kept);
        Assert.Equal((4, 2, 1.0), (kept.Step, Assert.Single(kept.Parents), Assert.Single(kept.Evaluation.Cases)));
    }

    private static async Task<List<Step>> RunAsync(MemoryLedger ledger, LetterTasks tasks, int seed, int steps)
    {
        var strategy = TaskAllocation.Of(
            new Strategy
            {
                Evaluator = new ScriptedEvaluator((agent, _) => LetterTasks.InFull(agent)),
                Proposer = new NovelProposer(new ScriptedProposer(Toy.Mutate), tries: 4),
                Archive = new RecordArchive(),
                Selector = new CladeSelector(Alpha),
                Gate = new ValidGate(),
                Seed = seed,
                Parallel = 3,
            },
            TaskByTaskEvaluator.Unmeasured,
            tasks);
        return await new Loop(Toy.Problem, strategy, ledger, TimeProvider.System).RunAsync(new Budget { Steps = steps }, Token).ToListAsync(Token);
    }
}
