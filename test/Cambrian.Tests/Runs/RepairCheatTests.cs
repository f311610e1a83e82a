using Cambrian.Agents.Modification;
using Cambrian.Algorithms.Evaluators;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Runs;
using Cambrian.Sandbox;

namespace Cambrian.Tests.Runs;

/// <summary>Each cheat of problems/agents-repair is stopped by what its README says it is stopped by.</summary>
public sealed class RepairCheatTests
{
    private static readonly Dictionary<string, (Outcome Outcome, string Reason)> Expected = new(StringComparer.Ordinal)
    {
        ["EndsItsLine"] = (Outcome.Invalid, "retention: it can no longer modify"),
        ["ExhaustsTime"] = (Outcome.TimedOut, "killed"),
        ["HidesWorkInAStatic"] = (Outcome.Failed, "static"),
        ["LeaksByException"] = (Outcome.Failed, "InvalidOperationException"),
        ["PrintsAScore"] = (Outcome.Failed, "Console"),
        ["ProposesMoreThanThereIs"] = (Outcome.Invalid, "Expected the number of one of"),
        ["ReadsTheOutcomes"] = (Outcome.Failed, "File"),
        ["RewritesItsEvaluator"] = (Outcome.Invalid, "retention: it can no longer modify"),
        // These are scored, for what they are worth.
        ["ReturnsAConstant"] = (Outcome.Valid, ""),
        ["RunsBeyondItsBudget"] = (Outcome.Valid, ""),
        ["WritesIntoItsTask"] = (Outcome.Valid, ""),
    };

    [Fact]
    public async Task Every_cheat_is_caught_for_its_own_reason_and_none_beats_the_seed()
    {
        var folder = ProblemFolder.Load(Path.Combine(Repository.Root, "problems/agents-repair"));
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var evaluators = new ProblemEvaluators(folder, sandbox, parallel: 1);
        await using var modification = AgentLevel.Modification(folder, evaluators.Preparation, parallel: 1, sandbox);
        Assert.NotNull(modification);

        var (seed, cheats) = await new CheatTrial(folder, new RetentionEvaluator(evaluators.Training, modification, folder.Seed), TimeProvider.System, CheatTrial.Long).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Outcome.Valid, seed.Outcome);
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), cheats.Select(cheat => cheat.Name).Order(StringComparer.Ordinal));
        Assert.All(cheats, cheat =>
        {
            var (outcome, reason) = Expected[cheat.Name];
            Assert.Equal(outcome, cheat.Evaluation.Outcome);
            Assert.Contains(reason, cheat.Evaluation.Feedback, StringComparison.Ordinal);
            Assert.False(CheatTrial.Wins(cheat.Evaluation, seed), cheat.Name);
        });
    }
}
