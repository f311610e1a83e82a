using Cambrian.Algorithms.Evaluators;
using Cambrian.Conformance;
using Cambrian.Core;

namespace Cambrian.Tests.Runs;

public sealed class ScopeEvaluatorConformanceTests : EvaluatorConformance
{
    protected override Artifact Bad => Toy.Program("mambrianexplodes").With("added.txt", "");

    protected override IEvaluator Create() => new ScopeEvaluator(new ScriptedEvaluator(Toy.Score), Toy.Problem.Seeds[0]);

    [Fact]
    public async Task What_was_changed_outside_the_scope_is_not_measured()
    {
        var evaluation = await Create().EvaluateAsync(Bad, rival: null, TestContext.Current.CancellationToken);
        Assert.Equal((Outcome.Invalid, "Outside of what may change: the file 'added.txt' was added."), (evaluation.Outcome, evaluation.Feedback));
    }
}
