using Cambrian.Core;
using Cambrian.Studies;

namespace Cambrian.Tests.Studies;

public sealed class RejectionTests
{
    [Theory]
    [InlineData(Outcome.Invalid, "retention: it can no longer modify itself: its patch is empty", "L3", "retention")]
    [InlineData(Outcome.Failed, "Agent.cs:3: System.IO.File is not allowed", "", "allow-list")]
    [InlineData(Outcome.Failed, "Agent.cs:3: CS0103 no such name", "", "does not compile")]
    [InlineData(Outcome.Failed, "IndexOutOfRangeException: outside", "L3", "fails on a task")]
    [InlineData(Outcome.TimedOut, "killed at its deadline", "L3", "too slow")]
    [InlineData(Outcome.Invalid, "Case 0: more answers than tasks", "L3", "breaks a rule")]
    public void A_child_that_was_not_admitted_is_counted_at_the_gate_it_failed(Outcome outcome, string feedback, string isolation, string kind)
    {
        var step = Rejected(Artifact.Of("Agent.cs", "x"), Evaluation.None(outcome, feedback) with { Isolation = isolation });

        Assert.Equal(kind, Rejection.KindOf(step));
    }

    [Fact]
    public void No_child_a_stopped_one_and_an_admitted_one_are_told_apart()
    {
        var child = Artifact.Of("Agent.cs", "x");

        Assert.Equal("no edit could be made", Rejection.KindOf(Rejected(null, null)));
        Assert.Equal("first tasks", Rejection.KindOf(Rejected(child, Evaluation.Of(0.1) with { Complete = false })));
        Assert.Null(Rejection.KindOf(Rejected(child, Evaluation.Of(0.1)) with { Verdict = Verdict.Admit() }));
    }

    private static Step Rejected(Artifact? child, Evaluation? evaluation) => new() { Number = 1, Child = child, Evaluation = evaluation, Verdict = Verdict.Reject("no") };
}
