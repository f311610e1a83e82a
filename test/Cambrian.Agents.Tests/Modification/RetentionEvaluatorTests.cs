using Cambrian.Agents.Modification;
using Cambrian.Sandbox;

namespace Cambrian.Agents.Tests.Modification;

public sealed class RetentionEvaluatorTests
{
    private static readonly Artifact Fixture = Agents.Asking("""new Edit("perturb-literal", "Solve")""");

    [Theory]
    [InlineData("""return [new Edit("perturb-literal", "Solve")];""", "")]
    [InlineData("""return [new Edit("rewrite", "Solve", -1, "return x;")];""", "")]
    [InlineData("return [];", "it can no longer modify a fixture agent: its patch is empty")]
    [InlineData("return own.Methods[1].Text.Contains(\"own.Methods[1]\") ? [] : [new Edit(\"perturb-literal\", \"Solve\")];", "it can no longer modify itself: its patch is empty")]
    [InlineData("""return [new Edit("rewrite", "Solve", -1, "return nonsense;")];""", "nonsense")]
    [InlineData("return nonsense;", "nonsense")]
    [InlineData("""return archive.Members.Count > 0 ? [] : [new Edit("perturb-literal", "Solve")];""", "it can no longer modify a fixture agent: its patch is empty")]
    public async Task Only_an_agent_that_can_still_edit_is_measured(string modify, string reason)
    {
        var inner = new Counting();
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        await using var modification = new SelfModification(new ModificationOptions { Entry = "Agent.Modify", TimeLimit = TimeSpan.FromSeconds(20) }, Agents.Preparation(), sandbox);

        var evaluation = await new RetentionEvaluator(inner, modification, Fixture)
            .EvaluateAsync(Agents.With(modify), Evaluation.Of(9), TestContext.Current.CancellationToken);

        Assert.Equal(reason.Length == 0, evaluation.Outcome == Outcome.Valid);
        Assert.Equal(reason.Length == 0 ? 1 : 0, inner.Measured);
        Assert.Contains(reason, evaluation.Feedback, StringComparison.Ordinal);
    }

    private sealed class Counting : IEvaluator
    {
        public int Measured { get; private set; }

        public Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
        {
            Measured++;
            Assert.Null(rival);
            return Task.FromResult(Evaluation.Of(1));
        }
    }
}
