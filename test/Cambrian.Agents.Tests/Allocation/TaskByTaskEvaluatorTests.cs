using Cambrian.Agents.Allocation;

namespace Cambrian.Agents.Tests.Allocation;

public sealed class TaskByTaskEvaluatorTests
{
    private readonly LetterTasks _tasks = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mambrianexplodes")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("zzzzzzzzmmmmmmmm")]
    public async Task Task_by_task_an_agent_comes_to_the_evaluation_in_full(string letters)
    {
        var (agent, evaluator) = (Toy.Program(letters), Create());
        var record = await evaluator.EvaluateAsync(agent, LetterTasks.InFull(Toy.Program("mmmmmmmmmmmmmmmm")), Token);
        Assert.Equal((Outcome.Valid, false, 0), (record.Outcome, record.Complete, record.Cases.Length));

        for (var measured = 1; measured <= 16; measured++)
        {
            record = await evaluator.EvaluateAsync(agent, record, Token);

            Assert.Equal((Outcome.Valid, measured == 16, measured, 1.0), (record.Outcome, record.Complete, record.Cases.Length, record.Cost));
            Assert.Equal(_tasks.Asked.Average(asked => LetterTasks.Score(agent, asked.Task)), record.Score, 12);
        }

        Assert.Equal(Enumerable.Range(0, 16), _tasks.Asked.Select(asked => asked.Task).Order());
        Assert.Equal(LetterTasks.InFull(agent).Cases, record.Cases);
        Assert.Equal(LetterTasks.InFull(agent).Score, record.Score, 12);
    }

    [Fact]
    public async Task A_task_on_which_an_agent_breaks_is_one_it_has_not_solved_and_says_why()
    {
        var (agent, evaluator) = (Toy.Program("zzzzzzzzzzzzzzzz"), Create());

        var record = await evaluator.EvaluateAsync(agent, await TaskByTaskEvaluator.Unmeasured.EvaluateAsync(agent, null, Token), Token);

        Assert.Equal((Outcome.Valid, 0.0), (record.Outcome, record.Score));
        Assert.Equal($"Case {TaskByTaskEvaluator.Order(agent, 16)[0]}: z", record.Feedback);
    }

    [Fact]
    public async Task Whoever_fails_the_gates_is_measured_on_nothing()
    {
        var gates = new ScriptedEvaluator((_, _) => Evaluation.None(Outcome.Invalid, "retention"));

        var evaluation = await new TaskByTaskEvaluator(gates, gates, _tasks).EvaluateAsync(Toy.Program("mmmmmmmmmmmmmmmm"), Evaluation.Of(1), Token);

        Assert.Equal((Outcome.Invalid, "retention"), (evaluation.Outcome, evaluation.Feedback));
        Assert.Empty(_tasks.Asked);
    }

    [Fact]
    public void Every_agent_has_an_order_of_its_own_in_which_all_tasks_come_first_alike_often()
    {
        var orders = Enumerable.Range(0, 4_000).Select(number => TaskByTaskEvaluator.Order(Toy.Program($"{number}"), 8)).ToList();

        Assert.All(orders, order => Assert.Equal(Enumerable.Range(0, 8), order.Order()));
        Assert.Equal(orders[17], TaskByTaskEvaluator.Order(Toy.Program("17"), 8));

        // 500 expected, standard deviation 21.
        Assert.All(orders.CountBy(order => order[0]), first => Assert.InRange(first.Value, 395, 605));
    }

    private TaskByTaskEvaluator Create() => new(new ScriptedEvaluator((agent, _) => LetterTasks.InFull(agent)), TaskByTaskEvaluator.Unmeasured, _tasks);
}
